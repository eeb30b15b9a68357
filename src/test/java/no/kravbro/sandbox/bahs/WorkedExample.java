package no.kravbro.sandbox.bahs;

import java.time.Instant;

/**
 * The contract's story: case 700123 (paid in full after the demand), case 700140 (paid in full at the notice) and case 700131
 * (withdrawn late) are settled together on 2 February 2026, one bank line of 12 046.22. Nothing is faked: the agency's ordinary
 * run gives these figures once the two debtors behave so and the creditor withdraws on 28 January.
 */
public final class WorkedExample {

    public static final String COLLECTED = "310245674-2147524143";
    public static final String NOTICED = "310245674-2147524999";
    public static final String WITHDRAWN = "310245674-2147524301";

    private static final String WITHDRAW =
            """
            <TrekkSakInn xmlns="urn:kravbro:bahs:inkassoflyt:v1"><instruksId>ins-4472</instruksId><sak><saksnummer>700131</saksnummer></sak>\
            <bekreftetPris>300.00</bekreftetPris><grunn>Fakturaen var sendt feil kunde.</grunn></TrekkSakInn>""";

    private WorkedExample() {}

    /** For a story in which the claims are handed over the wire (10023 on 29 Dec 2025, 10031 on 5 Jan and 10057 on 14 Jan 2026). */
    public static void script(BahsSandbox sandbox) {
        sandbox.script(COLLECTED, Script.of(Habit.PAYS_AT_COLLECTION, 14).numbered("700123"));
        sandbox.script(NOTICED, Script.of(Habit.PAYS_AT_NOTICE, 14).numbered("700140"));
        sandbox.script(WITHDRAWN, Script.of(Habit.STAYS_SILENT, 0).numbered("700131"));
    }

    /** The creditor withdraws at the quoted price; to be said on 28 January. */
    public static String withdraw(BahsCaller creditor, Instant now) {
        return creditor.ask(WITHDRAW, now.toString());
    }

    /** The same in the town. */
    public static void withdraw(BahsNeighbour bahs) {
        String answer = bahs.asked(WITHDRAW);
        if (!answer.contains("<resultat>TRUKKET</resultat>")) {
            throw new IllegalStateException(answer);
        }
    }
}
