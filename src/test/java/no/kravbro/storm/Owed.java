package no.kravbro.storm;

/** A claim of the storm: an invoice that is overdue, and where it belongs. */
public record Owed(String key, String creditor, String agency, long company, long invoice, long ore) {}
