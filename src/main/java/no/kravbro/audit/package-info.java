/** Who has done what, why and with what outcome: rows that are only added, chained by their hashes. */
package no.kravbro.audit;
