package no.kravbro.reconcile;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import no.kravbro.Texts;
import no.kravbro.money.LineKind;
import no.kravbro.money.NorwegianFormat;
import no.kravbro.money.Remittance;
import no.kravbro.money.RemittanceNote;
import no.kravbro.money.Settlement;
import no.kravbro.money.SettlementLine;
import org.springframework.stereotype.Component;

/** The remittance document as PDF, in Norwegian or English; the same content gives the same bytes. No personal data stand in it. */
@Component
public class RemittancePdf {

    private final Texts texts;

    public RemittancePdf(Texts texts) {
        this.texts = texts;
    }

    public byte[] of(RemittanceNote note, Locale language) {
        try (Sheet sheet = new Sheet(id(note))) {
            head(sheet, note, language);
            note.settlements().forEach(each -> settlement(sheet, each, language));
            foot(sheet, note, language);
            return sheet.bytes();
        }
    }

    private static long id(RemittanceNote note) {
        return note.settlements().stream()
                .map(Settlement::id)
                .toList()
                .toString()
                .hashCode();
    }

    private void head(Sheet sheet, RemittanceNote note, Locale language) {
        sheet.title(say(language, "title", note.agency()));
        sheet.gap();
        sheet.row(say(language, "creditor", note.creditor(), note.organizationNumber()), List.of());
        if (note.remittance() != null) {
            sheet.row(say(language, "number", note.remittance().number()), List.of());
        }
        if (note.bankText() != null) {
            sheet.row(say(language, "bankText", note.bankText()), List.of());
        }
    }

    private void settlement(Sheet sheet, Settlement settlement, Locale language) {
        sheet.heading(
                say(language, "settlement", settlement.caseNumber(), settlement.invoiceNumber()),
                List.of(say(language, "paid"), say(language, "toCreditor"), say(language, "toAgency")));
        sheet.row(days(settlement, language), List.of());
        if (settlement.reverses() != null) {
            sheet.row(say(language, "reverses", settlement.reverses()), List.of());
        }
        settlement.lines().forEach(line -> sheet.row(kind(line, language), amounts(line)));
        sheet.total(
                say(language, "sum"),
                amounts(settlement.grossOre(), settlement.netToCreditorOre(), settlement.agencyTotalOre()));
    }

    private String days(Settlement settlement, Locale language) {
        String settled = say(language, "settledOn", day(settlement.settlementDate()));
        return settlement.paymentDate() == null
                ? settled
                : settled + ", " + say(language, "paidOn", day(settlement.paymentDate()));
    }

    private String kind(SettlementLine line, Locale language) {
        String kind = texts.of("linekind." + LineKind.valueOf(line.kind()), language);
        return line.vatRate() == 0
                ? kind
                : kind + " " + say(language, "vat", line.vatRate() + " %", NorwegianFormat.kroner(line.vatBaseOre()));
    }

    private void foot(Sheet sheet, RemittanceNote note, Locale language) {
        sheet.heading(
                say(language, "total"),
                amounts(
                        note.sum(Settlement::grossOre),
                        note.sum(Settlement::netToCreditorOre),
                        note.sum(Settlement::agencyTotalOre)));
        Remittance remittance = note.remittance();
        if (remittance != null) {
            sheet.row(
                    say(language, "ofSettlements", note.settlements().size(), remittance.settlementCount()), List.of());
            carried(sheet, say(language, "carriedIn"), remittance.carriedInOre());
            carried(sheet, say(language, "carriedOut"), remittance.carriedOutOre());
            sheet.total(
                    remittance.payoutDate() == null
                            ? say(language, "netPayout")
                            : say(language, "netPayoutOn", day(remittance.payoutDate())),
                    List.of(NorwegianFormat.kroner(remittance.netPayoutOre())));
        }
    }

    private static void carried(Sheet sheet, String text, long ore) {
        if (ore != 0) {
            sheet.row(text, List.of(NorwegianFormat.kroner(ore)));
        }
    }

    private static List<String> amounts(SettlementLine line) {
        return amounts(line.paidOre(), line.toCreditorOre(), line.toAgencyOre());
    }

    private static List<String> amounts(long paid, long toCreditor, long toAgency) {
        return List.of(
                NorwegianFormat.kroner(paid), NorwegianFormat.kroner(toCreditor), NorwegianFormat.kroner(toAgency));
    }

    private static String day(LocalDate day) {
        return NorwegianFormat.day(day);
    }

    private String say(Locale language, String key, Object... arguments) {
        return texts.of("remittance." + key, language, arguments);
    }
}
