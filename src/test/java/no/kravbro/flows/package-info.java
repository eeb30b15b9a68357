/** The whole product against the whole sandbox, one story per test. */
package no.kravbro.flows;
