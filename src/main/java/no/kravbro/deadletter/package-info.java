/** What could not be done: cause in plain words, owner, next step, and the ways out. No first attempts. */
package no.kravbro.deadletter;
