/** A simulated AutoCollect: its wire exactly as the contract says, and an agency's life behind it. */
package no.kravbro.sandbox.autocollect;
