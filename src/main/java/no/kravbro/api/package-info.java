/** The HTTP API and the command line: what the outside may ask, and the answer documents. No decisions. */
package no.kravbro.api;
