<?xml version="1.0" encoding="UTF-8"?>
<!-- The price as BAHS quotes it, without VAT, and the VAT on top of it. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:b="urn:kravbro:bahs:inkassoflyt:v1"
                xmlns:env="http://www.w3.org/2003/05/soap-envelope" xmlns:k="urn:kravbro:functions" exclude-result-prefixes="#all">

  <xsl:mode on-no-match="fail"/>

  <xsl:template match="/">
    <xsl:apply-templates select="env:Envelope/env:Body/b:HentTrekkprisSvar"/>
  </xsl:template>

  <xsl:template match="b:HentTrekkprisSvar">
    <xsl:sequence select="map{'priceOre': k:ore(b:pris), 'vatOre': k:ore(b:mva), 'freeUntil': string(b:gratisTil)}"/>
  </xsl:template>

</xsl:stylesheet>
