<?xml version="1.0" encoding="UTF-8"?>
<!-- RegistrerSakerSvar names the operation that holds the verdict later; every other answer is a fault. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:b="urn:kravbro:bahs:inkassoflyt:v1" exclude-result-prefixes="#all">

  <xsl:import href="answer.xslt"/>

  <xsl:template match="b:RegistrerSakerSvar">
    <xsl:sequence select="map{'receipt': b:operasjonsId ! string(.)}"/>
  </xsl:template>

</xsl:stylesheet>
