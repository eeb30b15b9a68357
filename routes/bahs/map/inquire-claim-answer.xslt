<?xml version="1.0" encoding="UTF-8"?>
<!-- HentOperasjonsstatusSvar: the verdicts, once the operation is through. FINNES says that someone has handed it over, not that we have. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:b="urn:kravbro:bahs:inkassoflyt:v1"
                xmlns:x="urn:kravbro:bahs:map" exclude-result-prefixes="#all">

  <xsl:import href="answer.xslt"/>

  <xsl:variable name="results" select="map{'GODTATT': 'ACCEPTED', 'AVVIST': 'REJECTED', 'FINNES': 'EXISTS'}"/>
  <xsl:variable name="codes" select="map{'UGYLDIG_DATA': 'INVALID_DATA', 'SKYLDNER_AVVIK': 'DEBTOR_MISMATCH', 'IKKE_FORFALT': 'NOT_DUE',
      'FORELDET': 'LIMITATION', 'BESTRIDT_UTEN_INFO': 'DISPUTE_INFO_MISSING', 'UKJENT_KREDITOR': 'UNKNOWN_CREDITOR'}"/>

  <xsl:template match="b:HentOperasjonsstatusSvar">
    <xsl:variable name="through" select="starts-with(b:status, 'FULLFORT')"/>
    <xsl:sequence select="map{
        'receipt': b:operasjonsId ! string(.),
        'pending': not($through),
        'items': array{b:resultat[$through] ! x:item(.)}}"/>
  </xsl:template>

  <xsl:function name="x:item">
    <xsl:param name="result"/>
    <xsl:sequence select="map{
        'key': string-join(($result/b:nokkel/b:kreditorOrgnr, $result/b:nokkel/b:fakturaId), '-'),
        'result': $results(string($result/b:utfall)),
        'references': map{'case': $result/b:saksnummer ! string(.)},
        'code': $result/b:kode ! ($codes(string(.)), string(.))[1],
        'text': string-join(($result/b:felt, $result/b:melding), ': ')}"/>
  </xsl:function>

</xsl:stylesheet>
