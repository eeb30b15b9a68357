<?xml version="1.0" encoding="UTF-8"?>
<!-- What every answer of BAHS has in common: the envelope, typed faults, faults of WS-Security. Anything else is refused. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:b="urn:kravbro:bahs:inkassoflyt:v1"
                xmlns:env="http://www.w3.org/2003/05/soap-envelope" xmlns:xs="http://www.w3.org/2001/XMLSchema" exclude-result-prefixes="#all">

  <xsl:mode on-no-match="fail"/>

  <xsl:template match="/">
    <xsl:apply-templates select="env:Envelope/env:Body/*"/>
  </xsl:template>

  <xsl:template match="env:Fault">
    <xsl:sequence select="map{'errors': array{}}"/>
  </xsl:template>

  <xsl:template match="env:Fault[env:Detail/b:*/b:kode]">
    <xsl:variable name="fault" select="env:Detail/b:*[b:kode][1]"/>
    <xsl:sequence select="map{
        'absent': $fault/b:kode = 'IKKE_FUNNET',
        'pauseSeconds': $fault/b:ventSekunder ! xs:integer(.),
        'errors': array{map{'code': string($fault/b:kode), 'field': $fault/b:felt[1] ! string(.), 'text': string($fault/b:melding)}}}"/>
  </xsl:template>

  <!-- Subcodes wsse:FailedAuthentication, wsse:InvalidSecurity, wsse:InvalidSecurityToken, wsu:MessageExpired. -->
  <xsl:template match="env:Fault[env:Code/env:Subcode/env:Value[matches(., ':(FailedAuthentication|InvalidSecurity|InvalidSecurityToken|MessageExpired)$')]]">
    <xsl:sequence select="map{'errors': array{map{'code': 'WS_SECURITY', 'text': string(env:Code/env:Subcode/env:Value)}}}"/>
  </xsl:template>

</xsl:stylesheet>
