package no.kravbro.crash;

import java.util.List;

/** The week's account of money events told before: checked, linked to them, and its payout expected. */
final class Settling extends Story {

    private static final int WEEK = 7;

    private List<Long> before;
    private List<String> told;
    private boolean came;

    Settling(Ground ground, String agency) {
        super(ground, "receive-statement", agency);
    }

    @Override
    void prepare() {
        ground.town.control().advanceDays(WEEK);
        ground.onlyDue(creditor(), "PAYMENTS");
        Life.goOn(ground, new Resting(ground));
        ground.onlyDue(creditor());
        before = vouchers();
    }

    private List<Long> vouchers() {
        return ground.town.tripletex().accountant(Agencies.company(agency())).vouchers();
    }

    @Override
    void begin() {
        came = false;
    }

    @Override
    void others() {
        if (!came) {
            came = true;
            ground.due(creditor(), "SETTLEMENTS");
        }
    }

    @Override
    void judge(Count count) {
        List<String> found = ground.driver()
                .eyes()
                .sql("select 'remittance ' || r.remittance || ' ' || r.state || ' ' || r.net_payout_ore || ' '"
                        + " || (select count(*) from remittance_event e where e.remittance = r.remittance)"
                        + " from remittance r where creditor_id = :creditor")
                .param("creditor", creditor())
                .query(String.class)
                .list();
        if (told == null) {
            told = found;
            count.once("the statement", Math.min(1, found.size()));
        }
        count.all(told, found);
        count.same("vouchers", before, vouchers());
    }
}
