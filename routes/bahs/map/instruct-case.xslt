<?xml version="1.0" encoding="UTF-8"?>
<!-- One instruction about the newest case of a key; a withdrawal is an operation of its own, at the price that was confirmed. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="urn:kravbro:bahs:inkassoflyt:v1"
                xmlns:k="urn:kravbro:functions" exclude-result-prefixes="#all">

  <xsl:variable name="outcomes" select="map{'CLAIM_UPHELD': 'KRAV_FASTHOLDES', 'ACCEPTED_FULL': 'GODTATT_HELT',
      'ACCEPTED_PARTIAL': 'GODTATT_DELVIS', 'CONCILIATION_BOARD': 'FORLIKSRAD'}"/>

  <xsl:template match="/document">
    <xsl:apply-templates select="instruction"/>
  </xsl:template>

  <xsl:template match="instruction[action = 'WITHDRAW']">
    <TrekkSakInn>
      <xsl:call-template name="about"/>
      <bekreftetPris><xsl:value-of select="k:kroner(priceOre)"/></bekreftetPris>
      <grunn><xsl:value-of select="text"/></grunn>
    </TrekkSakInn>
  </xsl:template>

  <xsl:template match="instruction">
    <EndreSakInn>
      <xsl:call-template name="about"/>
      <xsl:apply-templates select="action"/>
    </EndreSakInn>
  </xsl:template>

  <xsl:template name="about">
    <instruksId><xsl:value-of select="id"/></instruksId>
    <sak>
      <nokkel>
        <kreditorOrgnr><xsl:value-of select="substring-before(key, '-')"/></kreditorOrgnr>
        <fakturaId><xsl:value-of select="substring-after(key, '-')"/></fakturaId>
      </nokkel>
    </sak>
  </xsl:template>

  <xsl:template match="action[. = 'PAUSE']">
    <pause>
      <xsl:where-populated><til><xsl:value-of select="../day"/></til></xsl:where-populated>
      <grunn><xsl:value-of select="../text"/></grunn>
    </pause>
  </xsl:template>

  <xsl:template match="action[. = 'RESUME']">
    <gjenoppta/>
  </xsl:template>

  <xsl:template match="action[. = 'NEW_DUE_DATE']">
    <nyForfallsdato><xsl:value-of select="../day"/></nyForfallsdato>
  </xsl:template>

  <xsl:template match="action[. = 'MESSAGE']">
    <melding>
      <xsl:where-populated><svarPaHendelse><xsl:value-of select="../replyTo"/></svarPaHendelse></xsl:where-populated>
      <tekst><xsl:value-of select="../text"/></tekst>
      <xsl:apply-templates select="../attachments"/>
    </melding>
  </xsl:template>

  <xsl:template match="action[. = 'DISPUTE']">
    <bestridelse>
      <xsl:if test="../amountOre"><belop><xsl:value-of select="k:kroner(../amountOre)"/></belop></xsl:if>
      <reistDato><xsl:value-of select="../day"/></reistDato>
      <beskrivelse><xsl:value-of select="../text"/></beskrivelse>
      <xsl:apply-templates select="../attachments"/>
    </bestridelse>
  </xsl:template>

  <xsl:template match="action[. = 'ANSWER_DISPUTE']">
    <svarBestridelse>
      <svarPaHendelse><xsl:value-of select="../replyTo"/></svarPaHendelse>
      <utfall><xsl:value-of select="$outcomes(string(../outcome))"/></utfall>
      <xsl:if test="../amountOre"><godtattBelop><xsl:value-of select="k:kroner(../amountOre)"/></godtattBelop></xsl:if>
      <tekst><xsl:value-of select="../text"/></tekst>
      <xsl:apply-templates select="../attachments"/>
    </svarBestridelse>
  </xsl:template>

  <xsl:template match="attachments">
    <vedlegg>
      <filnavn><xsl:value-of select="name"/></filnavn>
      <mediatype><xsl:value-of select="mediaType"/></mediatype>
      <innhold><xsl:value-of select="content"/></innhold>
    </vedlegg>
  </xsl:template>

</xsl:stylesheet>
