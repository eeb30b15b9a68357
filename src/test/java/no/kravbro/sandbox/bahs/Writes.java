package no.kravbro.sandbox.bahs;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Locale;
import java.util.function.Function;
import no.kravbro.sandbox.trade.FeeTable;
import no.kravbro.sandbox.trade.OsloDays;

/** What the creditor does with a case: payments and credits, instructions, withdrawal. Same id and content = no new effect. */
final class Writes {

    private static final int DAYS_TO_NOTICE = 14;
    private static final LocalTime LAST_MOMENT = LocalTime.of(23, 59, 59);

    private final Memory memory;
    private final Queries queries;
    private final Cases cases;
    private final Ledger ledger;

    Writes(Memory memory, Queries queries, Cases cases, Ledger ledger) {
        this.memory = memory;
        this.queries = queries;
        this.cases = cases;
        this.ledger = ledger;
    }

    /** @param work does it and gives the answer, for a first time (false) or told of a repetition (true) */
    private String once(String id, String content, Function<Boolean, String> work) {
        WriteRow known = memory.writes.get(id);
        if (known != null) {
            if (!known.content().equals(content)) {
                throw Feil.exists(id, null, null);
            }
            return known.repeatedAnswer();
        }
        String answer = work.apply(false);
        memory.writes.put(id, new WriteRow(id, content, work.apply(true)));
        return answer;
    }

    private SakRow open(Element choice) {
        SakRow sak = queries.sak(choice);
        if (!sak.isOpen()) {
            throw Feil.closed(sak);
        }
        return sak;
    }

    private static void sameDebtor(SakRow sak, Element request) {
        if (!sak.customerNumber.equals(request.text("kundenummer"))) {
            throw Feil.otherDebtor(sak);
        }
    }

    String payment(Element request, String content, Instant now) {
        return once(request.text("hendelseId"), content, repeated -> {
            SakRow sak = repeated ? queries.sak(request) : open(request);
            if (!repeated) {
                sameDebtor(sak, request);
                pay(sak, request, now);
            }
            return money("RegistrerInnbetalingSvar", sak, repeated, now);
        });
    }

    private void pay(SakRow sak, Element request, Instant now) {
        if (request.text("type").equals("DIREKTEBETALING")) {
            ledger.direct(sak, request.ore("belop"), now);
            return;
        }
        WriteRow undone = memory.writes.get(String.valueOf(request.text("gjelderHendelseId")));
        if (undone == null) {
            throw Feil.notFound();
        }
        if (Element.parse(undone.content()).ore("belop") != request.ore("belop")) {
            throw Feil.invalid("Beløpet er ikke det som ble registrert.", "belop");
        }
        ledger.directTakenBack(sak, request.ore("belop"), now);
    }

    String credit(Element request, String content, Instant now) {
        return once(request.text("hendelseId"), content, repeated -> {
            SakRow sak = repeated ? queries.sak(request) : open(request);
            if (!repeated) {
                sameDebtor(sak, request);
                credit(sak, request, now);
            }
            return money("RegistrerKreditnotaSvar", sak, repeated, now);
        });
    }

    private void credit(SakRow sak, Element request, Instant now) {
        boolean full = Boolean.parseBoolean(request.text("full"));
        if (full && sak.receivedOre > 0) {
            throw Feil.partlyPaid(sak, out -> Views.balance(out, sak, OsloDays.day(now)));
        }
        if (!full && request.ore("belop") >= sak.principalOre) {
            throw Feil.invalid("Delkreditering må være mindre enn rest hovedstol.", "belop");
        }
        ledger.credit(sak, request.ore("belop"), full, now);
    }

    private static String money(String name, SakRow sak, boolean repeated, Instant now) {
        return Out.document(name, out -> out.text("resultat", repeated ? "ALLEREDE_REGISTRERT" : "REGISTRERT")
                .text("saksnummer", sak.number)
                .text("stadium", sak.stage)
                .element("saldo", balance -> Views.balance(balance, sak, OsloDays.day(now))));
    }

    String change(Element request, String content, Instant now) {
        return once(request.text("instruksId"), content, repeated -> {
            SakRow sak = repeated ? queries.sak(request.child("sak")) : open(request.child("sak"));
            if (!repeated) {
                Element action = request.children().get(2);
                requireAllowed(sak, action.name());
                cases.change(sak, now, () -> instruct(sak, action, now));
            }
            return Out.document("EndreSakSvar", out -> {
                out.text("resultat", repeated ? "ALLEREDE_UTFORT" : "UTFORT")
                        .text("saksnummer", sak.number)
                        .text("stadium", sak.stage);
                sak.flags.forEach(flag -> out.text("flagg", flag));
            });
        });
    }

    private static void requireAllowed(SakRow sak, String element) {
        String action = element.replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT);
        boolean answered = action.equals("SVAR_BESTRIDELSE");
        if (!Views.allowed(sak).contains(action) && !answered) {
            throw Feil.stage(sak, Views.allowed(sak));
        }
    }

    private void instruct(SakRow sak, Element action, Instant now) {
        switch (action.name()) {
            case "pause" -> {
                sak.flags.add("PAUSET");
                sak.pausedUntil = action.day("til");
            }
            case "gjenoppta" -> Cases.resume(sak);
            case "nyForfallsdato" -> {
                sak.flags.add("UTSATT");
                sak.stage = "MOTTATT";
                sak.firstStep = "VARSEL";
                sak.deadline = null;
                sak.letterFrom =
                        LocalDate.parse(action.node().getTextContent().strip()).plusDays(DAYS_TO_NOTICE);
            }
            case "bestridelse" -> {
                sak.flags.add("BESTRIDT");
                sak.flags.add("PAUSET");
            }
            case "svarBestridelse" -> answered(sak, action, now);
            default -> cases.event(sak, "MELDING_MOTTATT", "Melding fra kreditor", null, now);
        }
    }

    private static void answered(SakRow sak, Element action, Instant now) {
        sak.flags.remove("BESTRIDT");
        if (action.text("utfall").equals("GODTATT_HELT")) {
            sak.close("TVIST", OsloDays.day(now));
        } else if (action.text("utfall").equals("GODTATT_DELVIS")) {
            sak.principalOre -= Math.min(action.ore("godtattBelop"), sak.principalOre);
        }
    }

    String price(Element request, Instant now) {
        SakRow sak = open(request);
        LocalDate today = OsloDays.day(now);
        long price = Ledger.price(sak, today);
        return Out.document("HentTrekkprisSvar", out -> out.text("saksnummer", sak.number)
                .ore("pris", price)
                .ore("mva", FeeTable.vat(price))
                .text("valuta", "NOK")
                .ore("paloptSalaer", sak.collectionFeeOre)
                .text("gratisTil", sak.freeUntil())
                .text("gyldigTil", OsloDays.offset(OsloDays.at(today, LAST_MOMENT))));
    }

    String withdraw(Element request, String content, Instant now) {
        return once(request.text("instruksId"), content, new Withdrawal(request, now));
    }

    /** Keeps the price and the moment of the first time. */
    private final class Withdrawal implements Function<Boolean, String> {
        private final Element request;
        private final Instant now;
        private long priceOre;

        Withdrawal(Element request, Instant now) {
            this.request = request;
            this.now = now;
        }

        @Override
        public String apply(Boolean repeated) {
            SakRow sak = repeated ? queries.sak(request.child("sak")) : open(request.child("sak"));
            if (!repeated) {
                withdraw(sak);
            }
            return Out.document("TrekkSakSvar", out -> out.text("resultat", repeated ? "ALLEREDE_TRUKKET" : "TRUKKET")
                    .text("saksnummer", sak.number)
                    .ore("pris", priceOre)
                    .ore("mva", FeeTable.vat(priceOre))
                    .text("trukket", OsloDays.offset(now)));
        }

        private void withdraw(SakRow sak) {
            priceOre = Ledger.price(sak, OsloDays.day(now));
            if (sak.receivedOre > 0) {
                throw Feil.partlyPaid(sak, out -> Views.balance(out, sak, OsloDays.day(now)));
            }
            if (request.ore("bekreftetPris") != priceOre) {
                throw Feil.price(sak, request.ore("bekreftetPris"), priceOre);
            }
            ledger.withdraw(sak, priceOre, now);
        }
    }
}
