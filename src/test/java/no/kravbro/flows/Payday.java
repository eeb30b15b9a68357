package no.kravbro.flows;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import no.kravbro.creditor.Job;
import no.kravbro.delivery.Schedules;
import no.kravbro.sandbox.tripletex.Accountant;
import no.kravbro.sandbox.tripletex.TripletexStory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The last stretch of a settlement: what the agency paid arrives at the creditor's bank, and the product recognises it. */
final class Payday {

    private static final Logger LOG = LoggerFactory.getLogger(Payday.class);
    private static final String CREDITOR = "nordlys";
    private static final int BANK = 1920;

    private Payday() {}

    /** The bank pays what is due; the accountant posts it, the product looks. Held to the øre and to the golden voucher. */
    static void comes(World world, String golden, long ore) throws IOException {
        Accountant accountant = world.town().tripletex().accountant(TripletexStory.NORDLYS);
        long before = accountant.balance(BANK);
        world.town().banksOpen().control().tick();
        assertThat(accountant.balance(BANK) - before).isEqualTo(ore);
        var vouchers = accountant.vouchersOn(Ledgers.INTERIM);
        String table = Ledgers.table(accountant, vouchers.get(vouchers.size() - 1));
        LOG.info("The bank's line:\n{}", table);
        assertThat(table).isEqualTo(Files.readString(Path.of("src/test/resources/flows", golden)));
        looks(world);
        assertThat(world.sql()
                        .sql("select payout_state || ' ' || arrived_ore from remittance where net_payout_ore <> 0")
                        .query(String.class)
                        .list())
                .containsExactly("PAID_OUT " + ore);
        assertThat(accountant.balance(Ledgers.INTERIM)).as("interim account").isZero();
        documented(world);
        assertThat(world.count("select count(*) from difference where state = 'OPEN' and cause like 'PAYOUT%'"))
                .isZero();
    }

    /** Every voucher of ours has the remittance document, once. */
    private static void documented(World world) {
        List<Long> vouchers = world.sql()
                .sql("select voucher_id from booking where voucher_id is not null")
                .query(Long.class)
                .list();
        assertThat(vouchers).isNotEmpty().allSatisfy(voucher -> assertThat(
                        world.town().tripletex().uploads(TripletexStory.NORDLYS, voucher))
                .isEqualTo(1));
    }

    /** The nightly look, now. */
    static void looks(World world) {
        long before = runs(world);
        world.bean(Schedules.class).hint(CREDITOR, Job.PAYOUTS.name());
        world.untilWithoutPauses("looked for payouts", () -> runs(world) > before);
        world.untilQuiet();
    }

    private static long runs(World world) {
        return world.count(
                "select coalesce(max(datediff('MILLISECOND', timestamp '2020-01-01 00:00:00', last_run_at)), 0)"
                        + " from schedule where job = 'PAYOUTS' and creditor_id = 'nordlys' and last_result = 'OK'");
    }
}
