/** The rules that keep the rooms apart, and for each a specimen that it refuses. */
package no.kravbro.architecture;
