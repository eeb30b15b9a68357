/** Durable work: deliveries, transmissions, attempts, outcomes, inbox, schedules. Memory in SQL; no knowledge of any wire. */
package no.kravbro.delivery;
