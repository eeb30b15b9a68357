/** Pages for people. No decisions, no SQL. */
package no.kravbro.console;
