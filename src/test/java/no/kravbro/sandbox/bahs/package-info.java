/** A simulated BAHS InkassoFlyt, as its WSDL and XSD say: SOAP 1.2, UsernameToken, a life of its own. */
package no.kravbro.sandbox.bahs;
