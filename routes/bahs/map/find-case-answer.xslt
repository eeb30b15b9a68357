<?xml version="1.0" encoding="UTF-8"?>
<!-- HentSakSvar, asked for a claim that they have already: the case and the id that it came with. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:b="urn:kravbro:bahs:inkassoflyt:v1" exclude-result-prefixes="#all">

  <xsl:import href="answer.xslt"/>

  <xsl:template match="b:HentSakSvar">
    <xsl:apply-templates select="b:sak"/>
  </xsl:template>

  <xsl:template match="b:sak">
    <xsl:sequence select="map{'items': array{map{
        'key': string-join((b:nokkel/b:kreditorOrgnr, b:nokkel/b:fakturaId), '-'),
        'result': 'ACCEPTED',
        'references': map{'case': string(b:saksnummer), 'submission': string(b:innsendingId)}}}}"/>
  </xsl:template>

</xsl:stylesheet>
