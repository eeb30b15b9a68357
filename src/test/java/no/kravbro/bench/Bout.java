package no.kravbro.bench;

/** What is measured against each other: one database, one delay of the far sides, one number of units. */
record Bout(String database, int delayMillis, int units) {

    String name() {
        return database + "-" + delayMillis + "ms-" + units;
    }
}
