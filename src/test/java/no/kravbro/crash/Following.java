package no.kravbro.crash;

import java.util.List;
import java.util.Set;

/** Cases have gone on at the agency: each change is read once, behind a cursor where the agency has one, and taken over. */
final class Following extends Story {

    private static final int DAYS = 1;

    private List<String> told;
    private boolean came;

    Following(Ground ground, String agency) {
        super(ground, "receive-case", agency);
    }

    @Override
    void prepare() {
        ground.onlyDue(creditor(), "CASES");
        Life.goOn(ground, new Resting(ground));
        ground.town.control().advanceDays(DAYS);
        ground.doorbell.hears(Set.of("CASE", "CASE_UPDATED"));
        ground.onlyDue(creditor());
    }

    @Override
    void begin() {
        came = false;
    }

    @Override
    void others() {
        if (!came) {
            came = true;
            ground.due(creditor(), "CASES");
        }
    }

    @Override
    void judge(Count count) {
        List<String> found = ground.driver()
                .eyes()
                .sql(
                        "select claim_key || ' ' || state || ' ' || coalesce(stage, '-') || ' ' || coalesce(flags, '-') || ' '"
                                + " || coalesce(close_reason, '-') || ' ' || coalesce(case_number, '-') || ' '"
                                + " || coalesce(agency_principal_ore, -1) from claim where creditor_id = :creditor")
                .param("creditor", creditor())
                .query(String.class)
                .list();
        if (told == null) {
            told = found;
        }
        count.all(told, found);
    }
}
