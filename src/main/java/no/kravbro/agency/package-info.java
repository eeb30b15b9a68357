/** What an agency can and wants, read from its profile as data, and the table that turns its wire answers into outcomes. No code for one agency. */
package no.kravbro.agency;
