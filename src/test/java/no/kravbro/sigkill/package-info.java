/** Ends the running product by SIGKILL, again and again, and asks the far sides whether anything was lost or doubled. */
package no.kravbro.sigkill;
