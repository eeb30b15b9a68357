<?xml version="1.0" encoding="UTF-8"?>
<!-- One sak as it stands. Codes we do not know stay as they are. What the creditor must answer until a day becomes a question. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:b="urn:kravbro:bahs:inkassoflyt:v1"
                xmlns:k="urn:kravbro:functions" xmlns:x="urn:kravbro:bahs:map" exclude-result-prefixes="#all">

  <xsl:mode on-no-match="fail"/>

  <xsl:variable name="stages" select="map{'MOTTATT': 'RECEIVED', 'PURRING': 'REMINDER', 'VARSEL': 'NOTICE', 'INKASSO': 'COLLECTION',
      'RETTSLIG': 'LEGAL', 'OVERVAK': 'SURVEILLANCE', 'AVSLUTTET': 'CLOSED'}"/>
  <xsl:variable name="flags" select="map{'PAUSET': 'PAUSED', 'BESTRIDT': 'DISPUTED', 'AVDRAG': 'INSTALMENT', 'UTSATT': 'POSTPONED'}"/>
  <xsl:variable name="reasons" select="map{'BETALT': 'PAID', 'DELOPPGJOR': 'PARTIAL_SETTLEMENT', 'KREDITERT': 'CREDITED', 'TRUKKET': 'WITHDRAWN',
      'INGEN_SVAR': 'CREDITOR_SILENT', 'TVIST': 'DISPUTED', 'KONKURS': 'BANKRUPTCY', 'GJELDSORDNING': 'DEBT_ARRANGEMENT', 'DODSBO': 'ESTATE',
      'UKJENT_ADRESSE': 'UNTRACEABLE', 'FORELDET': 'LIMITATION', 'UTEN_DEKNING': 'NO_ASSETS', 'FEILREGISTRERT': 'ERROR'}"/>
  <xsl:variable name="actions" select="map{'PAUSE': 'PAUSE', 'GJENOPPTA': 'RESUME', 'NY_FORFALLSDATO': 'NEW_DUE_DATE', 'MELDING': 'MESSAGE',
      'BESTRIDELSE': 'DISPUTE', 'SVAR_BESTRIDELSE': 'DISPUTE_ANSWER', 'INNBETALING': 'PAYMENT', 'KREDITNOTA': 'CREDIT', 'TREKK': 'WITHDRAW'}"/>

  <xsl:function name="x:word">
    <xsl:param name="words"/>
    <xsl:param name="code"/>
    <xsl:sequence select="$code ! ($words(string(.)), string(.))[1]"/>
  </xsl:function>

  <xsl:template match="/">
    <xsl:apply-templates select="b:sak"/>
  </xsl:template>

  <xsl:template match="b:sak">
    <xsl:variable name="key" select="string-join((b:nokkel/b:kreditorOrgnr, b:nokkel/b:fakturaId), '-')"/>
    <xsl:sequence select="map{
        'key': $key,
        'caseNumber': string(b:saksnummer),
        'stage': x:word($stages, b:stadium),
        'flags': array{x:word($flags, b:flagg)},
        'closeReason': x:word($reasons, b:avsluttet/b:arsak),
        'changedAt': b:endret ! string(.),
        'noticeDueDate': b:betalingsfrist ! string(.),
        'freeWithdrawalUntil': b:gratisTrekkTil ! string(.),
        'allowedActions': array{x:word($actions, b:tillattHandling)},
        'questions': array{b:hendelse[b:svarfrist] ! map{'id': string(b:id), 'text': string(b:tekst), 'answerBy': string(b:svarfrist)}},
        'invoices': array{map{
            'key': $key,
            'invoiceNumber': string(b:fakturanummer),
            'remainingPrincipalOre': k:ore(b:saldo/b:hovedstol),
            'remainingOre': k:ore(b:saldo/b:sum),
            'paidOre': k:ore(b:innbetalt)}}}"/>
  </xsl:template>

</xsl:stylesheet>
