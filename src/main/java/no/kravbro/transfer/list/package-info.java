/** The collection list: what goes to collection unless the creditor says no until the cut-off. */
package no.kravbro.transfer.list;
