package no.kravbro.sandbox.autocollect;

/** Why an item of a batch is not taken, in the contract's codes. */
record Refusal(String code, String reason) {}
