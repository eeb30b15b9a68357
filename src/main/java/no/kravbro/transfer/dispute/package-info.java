/** What debtors object to, from the first word to the answer, whoever heard of it; what it stops. */
package no.kravbro.transfer.dispute;
