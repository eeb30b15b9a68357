package no.kravbro.bench;

/** What a contender does to the others: counted exactly, in a run of its own. */
record Counts(String contender, long httpCalls, long statements, long commits, String contents) {}
