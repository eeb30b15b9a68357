package no.kravbro.sandbox.bahs;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import no.kravbro.sandbox.SandboxClock;
import no.kravbro.sandbox.Store;
import no.kravbro.sandbox.trade.OsloDays;

/** A BAHS whose time stands still unless it is pushed, and a caller of the contract's creditor. */
final class Ground {

    static final String CREDITOR = "310245674";

    final SandboxClock clock;
    final BahsSandbox sandbox;
    final BahsCaller caller;

    Ground(String start) {
        this(start, new Store(null));
    }

    Ground(String start, Store store) {
        Instant instant = Instant.parse(start);
        clock = new SandboxClock(instant, Clock.fixed(instant, ZoneOffset.UTC));
        sandbox = new BahsSandbox(store, clock, BahsSettings.story().withMachine(clock));
        caller = new BahsCaller(sandbox, "nordlys-elektro", "prove-passord");
    }

    Element call(String document) {
        return caller.call(document, clock.instant().toString());
    }

    /** Lets the clock and the agency go on to this time of this day, Oslo. */
    Ground until(String day, String time) {
        Instant then = OsloDays.at(LocalDate.parse(day), LocalTime.parse(time));
        clock.advance(Duration.between(clock.instant(), then));
        sandbox.onTimeMoved();
        return this;
    }

    /** Hands over one claim and lets it be decided; the operation's only result. */
    Element register(String submission, String claim) {
        call(request(submission, claim));
        sandbox.processOperations();
        return call(status(submission)).child("resultat");
    }

    static String request(String submission, String... claims) {
        return Out.document("RegistrerSakerInn", out -> out.text("innsendingId", submission))
                .replace("</RegistrerSakerInn>", String.join("", claims) + "</RegistrerSakerInn>");
    }

    static String status(String submission) {
        return Out.document("HentOperasjonsstatusInn", out -> out.text("innsendingId", submission));
    }

    /** A claim on a private person, VAT-registered creditor. */
    static String claim(long invoice, String kroner, String due, String step, String letterFrom) {
        return """
                <krav><nokkel><kreditorOrgnr>310245674</kreditorOrgnr><fakturaId>%d</fakturaId></nokkel><fakturanummer>%d</fakturanummer>\
                <fakturadato>2025-12-01</fakturadato><forfallsdato>%s</forfallsdato><opprinneligBelop>%s</opprinneligBelop>\
                <restHovedstol>%s</restHovedstol><valuta>NOK</valuta><kreditorMvaRegistrert>true</kreditorMvaRegistrert>\
                <startsteg>%s</startsteg>%s<skyldner><type>PRIVAT</type><kundenummer>20011</kundenummer><navn>Kari Prøve</navn>\
                <adresse1>Prøveveien 1</adresse1><postnr>0150</postnr><poststed>Oslo</poststed><land>NO</land></skyldner></krav>"""
                .formatted(
                        invoice,
                        invoice % 100_000,
                        due,
                        kroner,
                        kroner,
                        step,
                        letterFrom == null ? "" : "<tidligstUtsendt>" + letterFrom + "</tidligstUtsendt>");
    }

    static String key(long invoice) {
        return "<nokkel><kreditorOrgnr>310245674</kreditorOrgnr><fakturaId>" + invoice + "</fakturaId></nokkel>";
    }

    Element sak(long invoice) {
        return call("<HentSakInn xmlns=\"" + Out.NAMESPACE + "\">" + key(invoice) + "</HentSakInn>")
                .child("sak");
    }

    Element post(String operation, String content) {
        return call("<" + operation + "Inn xmlns=\"" + Out.NAMESPACE + "\">" + content + "</" + operation + "Inn>");
    }
}
