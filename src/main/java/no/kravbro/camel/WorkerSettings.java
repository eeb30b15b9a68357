package no.kravbro.camel;

/**
 * How workers claim.
 *
 * @param database which folder of {@code sql/} holds the claim statement: h2 or postgresql
 * @param pollMillis pause between two looks when nothing was due
 * @param batch most deliveries claimed at once
 * @param threads most works of one far side under way at once on this node
 */
record WorkerSettings(String database, long pollMillis, int batch, int threads) {}
