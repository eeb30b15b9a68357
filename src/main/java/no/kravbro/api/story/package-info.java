/** Gathers what happened to one claim, and what is waited for, from all rooms' memory; no pages, no rights, nothing written. */
package no.kravbro.api.story;
