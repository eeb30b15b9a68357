package no.kravbro.sandbox.bahs;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import no.kravbro.sandbox.trade.FeeTable;
import no.kravbro.sandbox.trade.OsloDays;

/** What is told of a case, a post and a settlement. */
final class Views {

    private static final String BANK_ACCOUNT = "99990123450";
    private static final int TO_COURT = 42;

    private Views() {}

    static void key(Out out, String creditor, long invoiceId) {
        out.element("nokkel", key -> key.text("kreditorOrgnr", creditor).text("fakturaId", invoiceId));
    }

    static void sak(Out out, SakRow sak, LocalDate today) {
        out.text("saksnummer", sak.number);
        key(out, sak.creditor, sak.invoiceId);
        out.text("innsendingId", sak.submission)
                .text("fakturanummer", sak.invoiceNumber)
                .text("kundenummer", sak.customerNumber)
                .text("mottatt", OsloDays.offset(sak.received))
                .text("endret", OsloDays.offset(sak.changed))
                .text("stadium", sak.stage);
        sak.flags.forEach(flag -> out.text("flagg", flag));
        if (!sak.isOpen()) {
            out.element("avsluttet", end -> end.text("dato", sak.closed).text("arsak", sak.closeReason));
        }
        out.text("betalingsfrist", sak.deadline);
        out.element("saldo", balance -> balance(balance, sak, today));
        out.ore("innbetalt", sak.receivedOre + sak.directOre).ore("kreditert", sak.creditedOre);
        out.text("gratisTrekkTil", sak.freeUntil());
        if (sak.collectionSince != null && sak.isOpen()) {
            out.element("nesteSteg", next -> next.text("tekst", "Vurdere rettslig inndriving")
                    .text("dato", sak.collectionSince.plusDays(TO_COURT)));
        }
        allowed(sak).forEach(action -> out.text("tillattHandling", action));
        sak.events.forEach(event -> out.element("hendelse", told -> told.text("id", event.id())
                .text("tid", OsloDays.offset(event.at()))
                .text("kode", event.code())
                .text("tekst", event.text())
                .text("svarfrist", event.answerBy())));
    }

    static void balance(Out out, SakRow sak, LocalDate today) {
        out.ore("hovedstol", sak.principalOre)
                .ore("rente", sak.interestOre(today))
                .ore("purregebyr", sak.reminderFeeOre)
                .ore("salaer", sak.collectionFeeOre)
                .ore("mva", sak.vatOre)
                .ore("sakskostnad", 0)
                .ore("sum", sak.remainingOre(today));
    }

    /** What may be done with a case, in the order of the contract. */
    static List<String> allowed(SakRow sak) {
        if (!sak.isOpen()) {
            return List.of();
        }
        List<String> actions = new ArrayList<>();
        if (List.of("PURRING", "VARSEL", "INKASSO").contains(sak.stage)) {
            actions.add(sak.flags.contains("PAUSET") ? "GJENOPPTA" : "PAUSE");
        }
        if (sak.stage.equals("PURRING") || sak.stage.equals("VARSEL")) {
            actions.add("NY_FORFALLSDATO");
        }
        actions.addAll(List.of("MELDING", "BESTRIDELSE"));
        if (sak.flags.contains("BESTRIDT")) {
            actions.add("SVAR_BESTRIDELSE");
        }
        actions.addAll(List.of("INNBETALING", "KREDITNOTA", "TREKK"));
        return actions;
    }

    static void post(Out out, PostRow post) {
        out.text("postId", post.id())
                .text("type", post.type())
                .text("dato", post.day())
                .text("tilbakeforerPostId", post.reverses())
                .text("saksnummer", post.caseNumber());
        key(out, post.creditor(), post.invoiceId());
        out.text("fakturanummer", post.invoiceNumber())
                .text("kundenummer", post.customerNumber())
                .text("avregningsId", post.settlement());
        post.lines().forEach(line -> out.element("linje", told -> line(told, line)));
    }

    private static void line(Out out, LineRow line) {
        out.text("art", line.kind())
                .ore("betalt", line.paidOre())
                .ore("tilKreditor", line.toCreditorOre())
                .ore("tilByra", line.toAgencyOre());
        if (line.vatBaseOre() != null) {
            out.ore("mvaGrunnlag", line.vatBaseOre()).text("mvaSats", FeeTable.VAT_PERCENT);
        }
    }

    static void settlement(Out out, SettlementRow row) {
        out.text("avregningsId", row.id())
                .text("kreditorOrgnr", row.creditor())
                .text("avregningsdato", row.day())
                .text("periodeFra", row.from())
                .text("periodeTil", row.to())
                .text("valuta", "NOK")
                .ore("brutto", row.grossOre())
                .ore("tilByra", row.toAgencyOre())
                .ore("inngaendeSaldo", row.carriedInOre())
                .ore("utgaendeSaldo", row.carriedOutOre())
                .ore("nettoUtbetalt", row.payoutOre())
                .text("utbetaltDato", row.day())
                .text("utbetaltKonto", BANK_ACCOUNT)
                .text("banktekst", "BAHS avregning " + row.id());
        row.posts().forEach(post -> out.element("post", told -> post(told, post)));
    }
}
