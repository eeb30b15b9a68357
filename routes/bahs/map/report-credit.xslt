<?xml version="1.0" encoding="UTF-8"?>
<!-- A credit note; full ends the case as KREDITERT, else the principal falls by the amount. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="urn:kravbro:bahs:inkassoflyt:v1"
                xmlns:k="urn:kravbro:functions" exclude-result-prefixes="#all">

  <xsl:template match="/document">
    <xsl:apply-templates select="changes"/>
  </xsl:template>

  <xsl:template match="changes">
    <RegistrerKreditnotaInn>
      <hendelseId><xsl:value-of select="event"/></hendelseId>
      <nokkel>
        <kreditorOrgnr><xsl:value-of select="substring-before(key, '-')"/></kreditorOrgnr>
        <fakturaId><xsl:value-of select="substring-after(key, '-')"/></fakturaId>
      </nokkel>
      <kundenummer><xsl:value-of select="customerNumber"/></kundenummer>
      <kreditnotanummer><xsl:value-of select="(creditNote, event)[1]"/></kreditnotanummer>
      <dato><xsl:value-of select="date"/></dato>
      <belop><xsl:value-of select="k:kroner(amountOre)"/></belop>
      <valuta><xsl:value-of select="currency"/></valuta>
      <full><xsl:value-of select="full"/></full>
    </RegistrerKreditnotaInn>
  </xsl:template>

</xsl:stylesheet>
