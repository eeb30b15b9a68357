package no.kravbro.crash;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import no.kravbro.claim.ClaimKey;
import no.kravbro.sandbox.kk2.Kk2Neighbour;
import no.kravbro.sandbox.kk2.Kk2Sandbox;
import no.kravbro.sandbox.tripletex.Accountant;

/** A debtor has paid: the money is received, booked, matched and read back; where it is a proposal, a person posts it and it is answered. */
final class Receiving extends Story {

    private static final long PAID_ORE = 123_400;
    private static final int MOST_LOOKS = 5;

    private final boolean sameDay;
    private final String job;
    private List<Long> before;
    private List<String> booked;
    private long left;
    private String claim;
    private String proposal;
    private boolean came;
    private int looks;

    Receiving(Ground ground, String agency) {
        super(ground, agency.equals("autocollect") ? "receive-settlement" : "receive-payment", agency);
        this.sameDay = agency.equals("bahs") || agency.equals("kk2");
        this.job = agency.equals("autocollect") ? "SETTLEMENTS" : "PAYMENTS";
    }

    private Accountant books() {
        return ground.town.tripletex().accountant(Agencies.company(agency()));
    }

    @Override
    void prepare() {
        claim = unpaid().get(0);
        proposal = Agencies.debtorPays(ground.town, agency(), claim, PAID_ORE);
        if (!sameDay) {
            ground.town.control().advanceDays(1);
        }
        ground.doorbell.hears(Set.of("SETTLEMENT_CREATED"));
        ground.onlyDue(creditor());
        before = books().vouchers();
    }

    @Override
    void begin() {
        came = false;
        looks = 0;
    }

    /** The hour of the job comes, whatever events have come before; a person posts what waits, which is looked for some times a day. */
    @Override
    void others() {
        if (!came) {
            came = true;
            ground.due(creditor(), job);
        }
        for (long voucher : fresh()) {
            if (books().isWaiting(voucher)) {
                books().post(voucher);
            }
        }
        boolean rests = ground.driver().next().isEmpty();
        if (proposal != null && rests && !fresh().isEmpty() && !isAnswered() && looks < MOST_LOOKS) {
            looks++;
            ground.due(creditor(), "PROPOSALS");
        }
    }

    private boolean isAnswered() {
        return "GODTATT".equals(kk2().status(proposal));
    }

    private Kk2Sandbox kk2() {
        return ground.town.neighbour(Kk2Neighbour.class).sandbox();
    }

    private List<Long> fresh() {
        List<Long> fresh = new ArrayList<>(books().vouchers());
        fresh.removeAll(before);
        return fresh;
    }

    /** Each new voucher as a line of text, without what is another every time. */
    private List<String> vouchers(Count count) {
        List<String> texts = new ArrayList<>();
        for (long voucher : fresh()) {
            List<Accountant.Entry> entries = books().entries(voucher);
            count.same(
                    "sum of voucher " + books().key(voucher),
                    0L,
                    entries.stream().mapToLong(Accountant.Entry::ore).sum());
            texts.add(books().key(voucher) + " " + entries);
        }
        return texts;
    }

    @Override
    void judge(Count count) {
        List<String> found = vouchers(count);
        long open = books().outstanding(ClaimKey.parse(claim).invoiceId());
        if (booked == null) {
            // The first life is without a fault: what it books is what is due.
            booked = found;
            left = open;
            count.once("the voucher", Math.min(1, found.size()));
        }
        count.all(booked, found);
        count.same("what is left on the invoice", left, open);
        if (proposal != null) {
            count.same("answer", "GODTATT", kk2().status(proposal));
        }
    }
}
