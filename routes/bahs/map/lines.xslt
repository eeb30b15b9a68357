<?xml version="1.0" encoding="UTF-8"?>
<!-- The lines of a post, and what its kinds are called by us. Nothing is derived; a kind we do not know stays as it is and is refused later. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:b="urn:kravbro:bahs:inkassoflyt:v1"
                xmlns:k="urn:kravbro:functions" xmlns:x="urn:kravbro:bahs:map" xmlns:xs="http://www.w3.org/2001/XMLSchema" exclude-result-prefixes="#all">

  <xsl:variable name="kinds" select="map{'HOVEDSTOL': 'PRINCIPAL', 'RENTE': 'LATE_INTEREST', 'PURREGEBYR': 'REMINDER_FEE', 'SALAER': 'COLLECTION_FEE',
      'MVA': 'VAT', 'SAKSKOSTNAD': 'COURT_COSTS', 'BYRAFRADRAG': 'AGENCY_DEDUCTION'}"/>

  <xsl:function name="x:line">
    <xsl:param name="line"/>
    <xsl:sequence select="map{
        'kind': ($kinds(string($line/b:art)), string($line/b:art))[1],
        'paidOre': k:ore($line/b:betalt),
        'toCreditorOre': k:ore($line/b:tilKreditor),
        'toAgencyOre': k:ore($line/b:tilByra),
        'vatBaseOre': (k:ore($line/b:mvaGrunnlag), 0)[1],
        'vatRate': ($line/b:mvaSats ! xs:integer(xs:decimal(.)), 0)[1]}"/>
  </xsl:function>

</xsl:stylesheet>
