<?xml version="1.0" encoding="UTF-8"?>
<!-- Registered, now or before. A typed fault says for certain that it is not, also when the same is sent once more. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:b="urn:kravbro:bahs:inkassoflyt:v1"
                xmlns:env="http://www.w3.org/2003/05/soap-envelope" xmlns:xs="http://www.w3.org/2001/XMLSchema" exclude-result-prefixes="#all">

  <xsl:import href="answer.xslt"/>

  <xsl:variable name="codes" select="map{'IKKE_FUNNET': 'UNKNOWN_CLAIM', 'IKKE_AKTIV': 'CASE_CLOSED', 'DELVIS_BETALT': 'AMOUNT',
      'SKYLDNER_AVVIK': 'DEBTOR_MISMATCH', 'UGYLDIG_INNDATA': 'INVALID_DATA', 'AVTALE_OPPHORT': 'AGREEMENT_ENDED', 'FINNES': 'CONTENT_CHANGED',
      'STADIUM': 'STAGE_NOT_ALLOWED', 'PRIS_ENDRET': 'PRICE_CHANGED'}"/>

  <xsl:template match="b:RegistrerInnbetalingSvar | b:RegistrerKreditnotaSvar | b:EndreSakSvar | b:TrekkSakSvar">
    <xsl:sequence select="map{'items': array{map{
        'result': 'ACCEPTED',
        'references': map{'case': string(b:saksnummer), 'result': string(b:resultat)}}}}"/>
  </xsl:template>

  <xsl:template match="env:Fault[env:Detail/b:*/b:kode = map:keys($codes)]" xmlns:map="http://www.w3.org/2005/xpath-functions/map" priority="2">
    <xsl:variable name="fault" select="env:Detail/b:*[b:kode][1]"/>
    <xsl:sequence select="map{
        'items': array{map{'result': 'REJECTED', 'code': $codes(string($fault/b:kode)), 'text': string($fault/b:melding)}},
        'errors': array{map{'code': string($fault/b:kode), 'text': string($fault/b:melding)}}}"/>
  </xsl:template>

</xsl:stylesheet>
