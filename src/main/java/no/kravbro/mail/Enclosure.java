package no.kravbro.mail;

/** A PDF that goes with a mail. */
public record Enclosure(String name, byte[] content) {}
