/** What we put on a wire, held against the contract of that wire. */
package no.kravbro.contract;
