package no.kravbro.sandbox.bahs;

import java.util.function.Consumer;

/** A typed fault of the contract: nothing was done. */
final class Feil extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String element;
    private final String code;
    private final boolean receiver;
    private final transient Consumer<Out> more;

    private Feil(String element, String code, String text, boolean receiver, Consumer<Out> more) {
        super(text);
        this.element = element;
        this.code = code;
        this.receiver = receiver;
        this.more = more;
    }

    private static Feil of(String element, String code, String text, Consumer<Out> more) {
        return new Feil(element, code, text, false, more);
    }

    static Feil exists(String id, String operation, String caseNumber) {
        return of("FinnesFeil", "FINNES", "Id-en er brukt før med annet innhold.", out -> out.text("id", id)
                .text("operasjonsId", operation)
                .text("saksnummer", caseNumber));
    }

    static Feil notFound() {
        return of("IkkeFunnetFeil", "IKKE_FUNNET", "Ingen sak eller operasjon med denne nøkkelen.", out -> {});
    }

    static Feil closed(SakRow sak) {
        return of("IkkeAktivFeil", "IKKE_AKTIV", "Saken er avsluttet.", out -> out.text("saksnummer", sak.number)
                .text("dato", sak.closed)
                .text("arsak", sak.closeReason));
    }

    static Feil partlyPaid(SakRow sak, Consumer<Out> balance) {
        return of("DelvisBetaltFeil", "DELVIS_BETALT", "Skyldner har betalt til byrået.", out -> out.text(
                        "saksnummer", sak.number)
                .ore("innbetalt", sak.receivedOre)
                .element("saldo", balance));
    }

    static Feil otherDebtor(SakRow sak) {
        return of(
                "SkyldnerAvvikFeil",
                "SKYLDNER_AVVIK",
                "kundenummer hører ikke til saken.",
                out -> out.text("saksnummer", sak.number));
    }

    static Feil invalid(String text, String field) {
        return of("UgyldigInndataFeil", "UGYLDIG_INNDATA", text, out -> out.text("felt", field));
    }

    static Feil noAccess(String creditor) {
        String text = "Brukeren har ikke tilgang til kreditor " + creditor + ".";
        return of("TilgangNektetFeil", "TILGANG_NEKTET", text, out -> {});
    }

    static Feil ended(Object day) {
        return of("AvtaleOpphortFeil", "AVTALE_OPPHORT", "Avtalen er opphørt.", out -> out.text("opphortDato", day));
    }

    static Feil stage(SakRow sak, Iterable<String> allowed) {
        return of("StadiumFeil", "STADIUM", "Handlingen kan ikke utføres på dette stadiet.", out -> {
            out.text("saksnummer", sak.number).text("stadium", sak.stage);
            allowed.forEach(action -> out.text("tillattHandling", action));
        });
    }

    static Feil price(SakRow sak, long confirmedOre, long ore) {
        return of("PrisEndretFeil", "PRIS_ENDRET", "Prisen er endret siden den ble oppgitt.", out -> out.text(
                        "saksnummer", sak.number)
                .ore("bekreftetPris", confirmedOre)
                .ore("gjeldendePris", ore));
    }

    /** The only one to repeat unchanged. */
    static Feil later(int seconds) {
        return new Feil(
                "MidlertidigFeil",
                "MIDLERTIDIG",
                "Vedlikehold, prøv igjen.",
                true,
                out -> out.text("ventSekunder", seconds));
    }

    /** True when the fault is the agency's, not the caller's. */
    boolean receiver() {
        return receiver;
    }

    String detail() {
        return Out.document(element, out -> {
            out.text("kode", code).text("melding", getMessage()).text("sporingsId", "tr-7701");
            more.accept(out);
        });
    }
}
