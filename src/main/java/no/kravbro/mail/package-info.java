/** What people are told by mail: made once, kept until the mail server has it, never with a national identity number. */
package no.kravbro.mail;
