/** The command line: asks a running Kravbro over its API and prints tables or JSON. No memory, no decisions. */
package no.kravbro.api.cli;
