<?xml version="1.0" encoding="UTF-8"?>
<!-- A payment to the creditor, or that one stands no more (TILBAKEFORING undoes an earlier hendelseId in full). -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="urn:kravbro:bahs:inkassoflyt:v1"
                xmlns:k="urn:kravbro:functions" exclude-result-prefixes="#all">

  <xsl:template match="/document">
    <xsl:apply-templates select="changes"/>
  </xsl:template>

  <xsl:template match="changes">
    <RegistrerInnbetalingInn>
      <hendelseId><xsl:value-of select="event"/></hendelseId>
      <nokkel>
        <kreditorOrgnr><xsl:value-of select="substring-before(key, '-')"/></kreditorOrgnr>
        <fakturaId><xsl:value-of select="substring-after(key, '-')"/></fakturaId>
      </nokkel>
      <kundenummer><xsl:value-of select="customerNumber"/></kundenummer>
      <type><xsl:value-of select="if (reverses) then 'TILBAKEFORING' else 'DIREKTEBETALING'"/></type>
      <xsl:where-populated><gjelderHendelseId><xsl:value-of select="reverses"/></gjelderHendelseId></xsl:where-populated>
      <dato><xsl:value-of select="date"/></dato>
      <belop><xsl:value-of select="k:kroner(amountOre)"/></belop>
      <valuta><xsl:value-of select="currency"/></valuta>
    </RegistrerInnbetalingInn>
  </xsl:template>

</xsl:stylesheet>
