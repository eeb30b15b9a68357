<?xml version="1.0" encoding="UTF-8"?>
<!-- One claim in our words to one krav. The agency sends its letter the day it comes, but never before tidligstUtsendt. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="urn:kravbro:bahs:inkassoflyt:v1"
                xmlns:k="urn:kravbro:functions" exclude-result-prefixes="#all">

  <xsl:variable name="steps" select="map{'REMINDER': 'PURRING', 'NOTICE': 'VARSEL', 'COLLECTION': 'INKASSO'}"/>

  <xsl:template match="/document">
    <xsl:apply-templates select="claim"/>
  </xsl:template>

  <xsl:template match="claim">
    <krav>
      <nokkel>
        <kreditorOrgnr><xsl:value-of select="substring-before(key, '-')"/></kreditorOrgnr>
        <fakturaId><xsl:value-of select="substring-after(key, '-')"/></fakturaId>
      </nokkel>
      <fakturanummer><xsl:value-of select="invoiceNumber"/></fakturanummer>
      <fakturadato><xsl:value-of select="invoiceDate"/></fakturadato>
      <forfallsdato><xsl:value-of select="dueDate"/></forfallsdato>
      <opprinneligBelop><xsl:value-of select="k:kroner(originalOre)"/></opprinneligBelop>
      <restHovedstol><xsl:value-of select="k:kroner(remainingOre)"/></restHovedstol>
      <valuta><xsl:value-of select="currency"/></valuta>
      <xsl:where-populated><kid><xsl:value-of select="kid[matches(., '^[0-9]{1,24}[0-9\-]$')]"/></kid></xsl:where-populated>
      <kreditorMvaRegistrert><xsl:value-of select="../creditor/vatRegistered"/></kreditorMvaRegistrert>
      <startsteg><xsl:value-of select="$steps(takeover)"/></startsteg>
      <tidligstUtsendt><xsl:value-of select="earliestFeeNotice"/></tidligstUtsendt>
      <xsl:apply-templates select="debtor, dispute"/>
    </krav>
  </xsl:template>

  <xsl:template match="dispute">
    <bestridelse>
      <xsl:if test="amountOre"><belop><xsl:value-of select="k:kroner(amountOre)"/></belop></xsl:if>
      <reistDato><xsl:value-of select="raisedOn"/></reistDato>
      <beskrivelse><xsl:value-of select="text"/></beskrivelse>
      <xsl:where-populated><besvartDato><xsl:value-of select="answeredOn"/></besvartDato></xsl:where-populated>
    </bestridelse>
  </xsl:template>

  <xsl:template match="debtor">
    <skyldner>
      <type><xsl:value-of select="if (type = 'BUSINESS') then 'FORETAK' else 'PRIVAT'"/></type>
      <kundenummer><xsl:value-of select="customerNumber"/></kundenummer>
      <navn><xsl:value-of select="substring(name, 1, 100)"/></navn>
      <xsl:where-populated><orgnr><xsl:value-of select="organizationNumber[../type = 'BUSINESS']"/></orgnr></xsl:where-populated>
      <adresse1><xsl:value-of select="substring(addressLine1, 1, 100)"/></adresse1>
      <xsl:where-populated><adresse2><xsl:value-of select="substring(addressLine2, 1, 100)"/></adresse2></xsl:where-populated>
      <postnr><xsl:value-of select="postalCode"/></postnr>
      <poststed><xsl:value-of select="city"/></poststed>
      <land><xsl:value-of select="(country[matches(., '^[A-Z]{2}$')], 'NO')[1]"/></land>
      <xsl:where-populated><epost><xsl:value-of select="email"/></epost></xsl:where-populated>
      <xsl:where-populated><telefon><xsl:value-of select="phone"/></telefon></xsl:where-populated>
    </skyldner>
  </xsl:template>

</xsl:stylesheet>
