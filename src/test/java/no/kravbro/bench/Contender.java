package no.kravbro.bench;

import javax.sql.DataSource;

/** One way to read all invoices, decide about each and keep the result. All must leave the same rows. */
interface Contender {

    String CREDITOR = "nordlys";
    int PAGE = 1000;
    long MINIMUM_ORE = 10_000;

    String name();

    /** Leaves one row per invoice, committed. */
    void run(Api api, DataSource database);
}
