package no.kravbro.architecture.specimen.console;

import javax.sql.DataSource;

/** A page that asks the database. */
record KnowsSql(DataSource source) {}
