package no.kravbro.sandbox.bahs;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import no.kravbro.sandbox.trade.OsloDays;

/** RegistrerSaker: taken as an operation, decided later, claim by claim. */
final class Registrar {

    private static final int LIMITATION_YEARS = 3;

    private final BahsSettings settings;
    private final Memory memory;
    private final Cases cases;

    Registrar(BahsSettings settings, Memory memory, Cases cases) {
        this.settings = settings;
        this.memory = memory;
        this.cases = cases;
    }

    /** Same id and content: the same answer and no new effect. */
    String register(Element request, String content, Instant now) {
        String submission = request.text("innsendingId");
        OperationRow known = memory.operation(submission).orElse(null);
        if (known != null && !known.content().equals(content)) {
            throw Feil.exists(submission, known.id(), null);
        }
        if (known == null) {
            check(request.all("krav"));
            String id = "op-" + memory.next("operation", 551_020);
            Instant due = settings.machine().instant().plus(settings.operationDelay());
            known = new OperationRow(id, submission, now, due, content, null);
            memory.operations.put(id, known);
        }
        OperationRow operation = known;
        return Out.document("RegistrerSakerSvar", out -> out.text("operasjonsId", operation.id())
                .text("mottatt", OsloDays.offset(operation.received())));
    }

    private static void check(List<Element> claims) {
        for (int i = 0; i < claims.size(); i++) {
            Element claim = claims.get(i);
            String where = "krav[" + (i + 1) + "]/";
            if (claim.day("forfallsdato").isBefore(claim.day("fakturadato"))) {
                throw Feil.invalid("Forfallsdato er før fakturadato.", where + "forfallsdato");
            }
            if (claim.text("startsteg").equals("INKASSO") && !claim.has("tidligereVarsel")) {
                throw Feil.invalid("Tidligere varsel mangler.", where + "tidligereVarsel");
            }
            if (claim.text("skyldner/type").equals("FORETAK") && !claim.has("skyldner/orgnr")) {
                throw Feil.invalid("Organisasjonsnummer mangler.", where + "skyldner/orgnr");
            }
        }
    }

    /** Decides the operations that have waited long enough, or all. */
    void process(boolean all, Instant now) {
        Instant machine = settings.machine().instant();
        memory.operations.all().stream()
                .filter(operation -> operation.results() == null)
                .filter(operation -> all || !operation.dueFrom().isAfter(machine))
                .forEach(operation -> memory.operations.put(operation.id(), decide(operation, now)));
    }

    private OperationRow decide(OperationRow operation, Instant now) {
        List<OperationRow.Result> results = new ArrayList<>();
        for (Element claim : Element.parse(operation.content()).all("krav")) {
            SakRow sak = read(claim, operation.submission());
            results.add(decide(sak, now));
        }
        return operation.decided(results);
    }

    private OperationRow.Result decide(SakRow sak, Instant now) {
        String code = refusal(sak, OsloDays.day(now));
        if (code != null) {
            return result(sak, "AVVIST", null, code, "Avvist ved kontroll.");
        }
        SakRow open = memory.openCase(sak.key()).orElse(null);
        if (open != null) {
            return result(sak, "FINNES", open.number, null, "Åpen sak finnes fra før.");
        }
        sak.number = sak.script.caseNumber() == null ? memory.newCaseNumber() : sak.script.caseNumber();
        cases.open(sak, now);
        return result(sak, "GODTATT", sak.number, null, null);
    }

    private static String refusal(SakRow sak, LocalDate today) {
        if (sak.script.rejectCode() != null) {
            return sak.script.rejectCode();
        }
        if (!sak.dueDate.isBefore(today)) {
            return "IKKE_FORFALT";
        }
        return sak.dueDate.isBefore(today.minusYears(LIMITATION_YEARS)) ? "FORELDET" : null;
    }

    private static OperationRow.Result result(SakRow sak, String outcome, String number, String code, String text) {
        return new OperationRow.Result(sak.creditor, sak.invoiceId, outcome, number, code, null, text);
    }

    private SakRow read(Element claim, String submission) {
        SakRow sak = new SakRow();
        sak.submission = submission;
        sak.creditor = claim.text("nokkel/kreditorOrgnr");
        sak.invoiceId = Long.parseLong(claim.text("nokkel/fakturaId"));
        sak.invoiceNumber = claim.text("fakturanummer");
        sak.customerNumber = claim.text("skyldner/kundenummer");
        sak.business = claim.text("skyldner/type").equals("FORETAK");
        sak.vatRegistered = Boolean.parseBoolean(claim.text("kreditorMvaRegistrert"));
        sak.firstStep = claim.text("startsteg");
        sak.dueDate = claim.day("forfallsdato");
        sak.letterFrom = claim.day("tidligstUtsendt");
        sak.principalOre = claim.ore("restHovedstol");
        if (claim.has("bestridelse")) {
            sak.flags.add("BESTRIDT");
        }
        Script script = memory.scripts.get(sak.key());
        sak.script = script == null ? Script.seeded(settings.seed(), sak.key()) : script;
        return sak;
    }
}
