/** What happened to a claim and what is waited for, put in order for people; nothing that a decision rests on. */
package no.kravbro.claim.story;
