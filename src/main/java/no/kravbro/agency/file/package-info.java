/** Files of records that an agency reads and writes instead of answering calls: their names, bytes and sums. No wire. */
package no.kravbro.agency.file;
