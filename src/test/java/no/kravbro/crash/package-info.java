/** Ends the product between any two things it does, starts it again, and looks into the far sides' books. */
package no.kravbro.crash;
