<?xml version="1.0" encoding="UTF-8"?>
<!-- One avregning as money.Statement has it: sums, the posts it pays out, and the bank line. Its posts are booked one by one. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:b="urn:kravbro:bahs:inkassoflyt:v1"
                xmlns:k="urn:kravbro:functions" exclude-result-prefixes="#all">

  <xsl:mode on-no-match="fail"/>

  <xsl:template match="/">
    <xsl:apply-templates select="b:avregning"/>
  </xsl:template>

  <xsl:template match="b:avregning">
    <xsl:sequence select="map{
        'id': string(b:avregningsId),
        'day': string(b:avregningsdato),
        'grossOre': k:ore(b:brutto),
        'agencyTotalOre': k:ore(b:tilByra),
        'events': array{b:post/b:postId ! string(.)},
        'remittance': map{
            'number': string(b:avregningsId),
            'bankText': string(b:banktekst),
            'payoutDate': string((b:utbetaltDato, b:avregningsdato)[1]),
            'settlementCount': count(b:post),
            'carriedInOre': k:ore(b:inngaendeSaldo),
            'carriedOutOre': k:ore(b:utgaendeSaldo),
            'netPayoutOre': k:ore(b:nettoUtbetalt)}}"/>
  </xsl:template>

</xsl:stylesheet>
