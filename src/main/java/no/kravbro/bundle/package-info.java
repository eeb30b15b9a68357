/** The route files as a unit: read, checked, compiled, documented, watched. No org.apache.camel. */
package no.kravbro.bundle;
