package no.kravbro.bench;

/** One way to do the whole job. All but the plain route must leave the same rows. */
interface Side extends AutoCloseable {

    String CREDITOR = "nordlys";
    String ORGANIZATION = "310245674";
    String AGENCY_REFERENCE = "5b1f3c1e-8f0a-4c55-9a53-0d5a5f6e1001";
    int PAGE = 2000;
    int BATCH = 100;
    long MINIMUM_ORE = 10_000;

    /** Reads, decides and hands over so many claims and records what the agency made of each. */
    void claims(int units);

    /** Takes in, books, matches and records so many payments on the claims handed over before. */
    void payments(int units);

    @Override
    void close();
}
