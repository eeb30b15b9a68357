package no.kravbro.bundle;

import static no.kravbro.bundle.Specimen.PROFILE;

import java.util.stream.Stream;

/** The same for tables of answers. */
final class SpoiledTables {

    private SpoiledTables() {}

    static Stream<Spoiled> all() {
        return Stream.of(
                new Spoiled(
                        "a table of answers that names no mapping",
                        "ago/agency.yaml",
                        PROFILE + "answers:\n  submit-claim:\n    map: ago/map/gone.jslt\n    rows: []\n",
                        "ago/agency.yaml:9: mapping: there is no mapping ago/map/gone.jslt"),
                new Spoiled(
                        "a meaning that is none",
                        "ago/agency.yaml",
                        PROFILE + "answers:\n  submit-claim:\n    rows:\n      - {status: 200, meaning: FINE}\n",
                        "ago/agency.yaml:10: profile: 'FINE' is not one of ["));
    }
}
