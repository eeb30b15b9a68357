package no.kravbro.fakes;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/**
 * Base of contract tests against SQL: write the contract as an abstract class on top of this one and run it by a thin
 * subclass per database. Every test starts with empty tables and the creditors {@code nordlys} and {@code fjell}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class DatabaseTest {
    private final TestDatabases kind;
    protected TestDatabase database;
    protected final MutableClock clock = MutableClock.at("2026-01-05T08:00:00+01:00");

    protected DatabaseTest(TestDatabases kind) {
        this.kind = kind;
    }

    @BeforeAll
    void open() {
        database = kind.open();
    }

    @BeforeEach
    void empty() {
        database.clear();
        clock.set(MutableClock.at("2026-01-05T08:00:00+01:00").instant());
        database.creditor("nordlys", "310245674");
        database.creditor("fjell", "310245682");
    }

    @AfterAll
    void close() {
        database.close();
    }
}
