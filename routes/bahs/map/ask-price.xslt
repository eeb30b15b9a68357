<?xml version="1.0" encoding="UTF-8"?>
<!-- The price of taking the newest case of a key back. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="urn:kravbro:bahs:inkassoflyt:v1"
                exclude-result-prefixes="#all">

  <xsl:template match="/document">
    <HentTrekkprisInn>
      <nokkel>
        <kreditorOrgnr><xsl:value-of select="substring-before(key, '-')"/></kreditorOrgnr>
        <fakturaId><xsl:value-of select="substring-after(key, '-')"/></fakturaId>
      </nokkel>
    </HentTrekkprisInn>
  </xsl:template>

</xsl:stylesheet>
