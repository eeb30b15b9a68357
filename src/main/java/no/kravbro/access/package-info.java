/** Who may log in, in which roles, and what each role may do. */
package no.kravbro.access;
