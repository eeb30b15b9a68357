/** Weeks of the whole product in the whole town, invented by seeds, and an account kept beside it that both sides must come to. */
package no.kravbro.histories;
