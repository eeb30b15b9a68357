package no.kravbro.bench;

/**
 * One measured run.
 *
 * @param cpuMillis of the working thread
 * @param allocatedBytes by the working thread
 */
record Run(String contender, double millis, double cpuMillis, double allocatedBytes) {}
