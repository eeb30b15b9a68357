package no.kravbro.transfer.instruct;

/**
 * A document that goes with an instruction.
 *
 * @param mediaType application/pdf, image/jpeg or image/png
 */
public record Attachment(String id, String name, String mediaType, byte[] content) {}
