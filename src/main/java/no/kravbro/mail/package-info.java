/**
 * What people are told by mail and machines by webhook: made once, kept until it has arrived or was given up, never with a
 * national identity number.
 */
package no.kravbro.mail;
