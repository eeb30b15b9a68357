<?xml version="1.0" encoding="UTF-8"?>
<!-- One post (a payment, its reversal, a deduction) as money.Settlement has it. A post states no totals of its own, and no payout: that is
     announced by the weekly settlement. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:b="urn:kravbro:bahs:inkassoflyt:v1"
                xmlns:x="urn:kravbro:bahs:map" exclude-result-prefixes="#all">

  <xsl:import href="lines.xslt"/>

  <xsl:mode on-no-match="fail"/>

  <xsl:template match="/">
    <xsl:apply-templates select="b:post"/>
  </xsl:template>

  <xsl:template match="b:post">
    <xsl:sequence select="map{
        'id': b:postId ! string(.),
        'claimKey': string-join((b:nokkel/b:kreditorOrgnr, b:nokkel/b:fakturaId), '-'),
        'caseNumber': b:saksnummer ! string(.),
        'invoiceNumber': b:fakturanummer ! string(.),
        'settlementDate': string(b:dato),
        'paymentDate': b:dato[../b:type != 'FRADRAG'] ! string(.),
        'currency': 'NOK',
        'reverses': b:tilbakeforerPostId ! string(.),
        'totals': 'NONE',
        'lines': array{b:linje ! x:line(.)}}"/>
  </xsl:template>

</xsl:stylesheet>
