package no.kravbro.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import no.kravbro.fakes.DatabaseTest;
import no.kravbro.fakes.TestDatabases;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the machine page says of the newest attempts, without going through the others. */
class LatelyApiTest extends DatabaseTest {

    private LatelyApi lately;

    LatelyApiTest() {
        super(TestDatabases.H2);
    }

    @BeforeEach
    void story() {
        Story.write(database.client());
        lately = new LatelyApi(database.client());
    }

    private void attempt(String holder, String bundle, String outcome, String cause) {
        database.client()
                .sql(
                        "insert into attempt (delivery_id, purpose, outcome, cause, detail, holder, bundle_version, ended_at)"
                                + " values (1, 'SEND', :outcome, :cause, 'for 01019012345', :holder, :bundle, :now)")
                .param("outcome", outcome)
                .param("cause", cause)
                .param("holder", holder)
                .param("bundle", bundle)
                .param("now", clock.instant().atOffset(java.time.ZoneOffset.UTC))
                .update();
    }

    @Test
    void nodesAreThoseOfTheHoldersWithTheirBundles() {
        attempt("north/1/a", "v1", "ACCEPTED", null);
        attempt("north/1/b", "v1", "ACCEPTED", null);
        attempt("south/2/c", "v2", "ACCEPTED", null);
        assertThat(lately.nodes())
                .extracting(LatelyApi.Node::node, LatelyApi.Node::bundle, LatelyApi.Node::attempts)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("north", "v1", 2L),
                        org.assertj.core.groups.Tuple.tuple("south", "v2", 1L));
    }

    @Test
    void errorsAreTheNewestAndSayNothingOfAPerson() {
        attempt("north/1/a", "v1", "REJECTED", "INVALID_DATA");
        attempt("north/1/a", "v1", "ACCEPTED", null);
        List<LatelyApi.Failed> errors = lately.errors();
        assertThat(errors.get(0).cause()).isEqualTo("INVALID_DATA");
        assertThat(errors).hasSizeGreaterThan(1).hasSizeLessThanOrEqualTo(10);
        assertThat(errors.toString()).doesNotContain("01019012345");
    }

    @Test
    void whatIsOlderIsNotGoneThrough() {
        database.client()
                .sql(
                        "insert into attempt (delivery_id, purpose, outcome, cause, ended_at) select 1, 'SEND', 'ACCEPTED', null,"
                                + " current_timestamp from system_range(1, 5000) as numbers (n)")
                .update();
        for (String statement : List.of(LatelyApi.ERRORS, LatelyApi.NODES)) {
            String plan = database.client()
                    .sql("explain analyze " + statement)
                    .param("newest", LatelyApi.NEWEST)
                    .param("most", 10)
                    .query(String.class)
                    .single();
            assertThat(Pattern.compile("scanCount: (\\d+)").matcher(plan).results())
                    .isNotEmpty()
                    .allMatch(found -> Long.parseLong(found.group(1)) <= LatelyApi.NEWEST + 1);
        }
    }
}
