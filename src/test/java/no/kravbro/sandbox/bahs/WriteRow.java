package no.kravbro.sandbox.bahs;

/** A write with an id of the creditor's, remembered with its answer for a repetition. */
record WriteRow(String id, String content, String repeatedAnswer) {}
