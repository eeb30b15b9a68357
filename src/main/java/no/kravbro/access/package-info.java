/** Who may do and see what. */
package no.kravbro.access;
