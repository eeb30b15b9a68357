package no.kravbro.sandbox.kk2;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import no.kravbro.sandbox.Reply;
import no.kravbro.sandbox.trade.OsloDays;

/** {@code PUT /krav/{key}}: creates a case, or replaces what stands, guarded by the version. */
final class Claims {

    private static final int DAYS_UNPAID = 14;
    private static final int LIMITATION_YEARS = 3;
    /** The deleted company of the contract's example. */
    private static final String DELETED_COMPANY = "310671231";

    private final Memory memory;
    private final Kk2Settings settings;

    Claims(Memory memory, Kk2Settings settings) {
        this.memory = memory;
        this.settings = settings;
    }

    Reply put(String key, JsonNode claim, Instant at) {
        CaseRow newest = memory.newest(key).orElse(null);
        String content = Json.canonical(claim);
        LocalDate today = OsloDays.day(at);
        if (newest != null && newest.content.equals(content)) {
            return Json.reply(200, Views.aCase(newest, today));
        }
        int version = claim.get("versjon").asInt();
        if (newest != null && version <= newest.version) {
            throw Kk2Error.conflict("UTDATERT", "Versjon " + newest.version + " er mottatt");
        }
        check(key, claim, today);
        boolean fresh = newest == null || !newest.isOpen();
        CaseRow row = fresh ? created(key, claim, at) : newest;
        fill(row, claim, content, today);
        memory.changed(row, at);
        return Json.reply(fresh ? 201 : 200, Views.aCase(row, today));
    }

    private void check(String key, JsonNode claim, LocalDate today) {
        Plan plan = memory.plans.get(key);
        if (plan != null && plan.refusal() != null) {
            throw Kk2Error.refused(plan.refusal(), "Avvist av saksbehandler");
        }
        long rest = claim.get("restHovedstol").asLong();
        long posted = 0;
        for (JsonNode line : claim.get("bilagslinjer")) {
            posted += line.get("belop").asLong();
        }
        if (rest != posted || rest == 0 || rest > claim.get("opprinneligBelop").asLong()) {
            throw Kk2Error.refused("BELOP_AVVIK", "Bilagslinjene er ikke lik resten", "bilagslinjer");
        }
        LocalDate due = LocalDate.parse(claim.get("forfallsdato").asText());
        if (today.isBefore(due.plusDays(DAYS_UNPAID))) {
            throw Kk2Error.refused("IKKE_FORFALT", "Ikke ubetalt 14 dager etter forfall", "forfallsdato");
        }
        if (due.plusYears(LIMITATION_YEARS).isBefore(today)) {
            throw Kk2Error.refused("FORELDET", "Eldre enn tre år", "forfallsdato");
        }
        JsonNode customer = claim.get("kunde");
        boolean company = customer.get("type").asText().equals("FORETAK");
        if (company && !customer.hasNonNull("orgnr")) {
            throw Kk2Error.refused("UGYLDIG_DATA", "orgnr kreves for FORETAK", "kunde.orgnr");
        }
        if (DELETED_COMPANY.equals(customer.path("orgnr").asText())) {
            throw Kk2Error.refused("SKYLDNER_AVVIK", "Foretaket er slettet i Enhetsregisteret", "kunde.orgnr");
        }
    }

    private CaseRow created(String key, JsonNode claim, Instant at) {
        CaseRow row = new CaseRow();
        row.number = memory.newCaseNumber();
        row.key = key;
        row.received = at;
        row.interestTo = LocalDate.parse(claim.get("forfallsdato").asText());
        Plan scripted = memory.plans.get(key);
        row.plan = scripted == null ? Plan.seeded(settings.seed(), key) : scripted;
        return row;
    }

    private void fill(CaseRow row, JsonNode claim, String content, LocalDate today) {
        row.submissionId = claim.get("innsendingId").asText();
        row.version = claim.get("versjon").asInt();
        row.content = content;
        row.invoiceNumber = claim.get("fakturanummer").asText();
        row.customerNumber = claim.get("kunde").get("kundenummer").asText();
        row.kid = claim.path("kid").asText(null);
        row.dueDate = LocalDate.parse(claim.get("forfallsdato").asText());
        row.business = claim.get("kunde").get("type").asText().equals("FORETAK");
        row.vatRegistered = claim.get("kreditorMvaRegistrert").asBoolean();
        if (row.principal > 0) {
            row.accrue(today);
        }
        // Money that stands in a proposal is not in the books yet, and is not claimed again.
        row.principal = Math.max(0, claim.get("restHovedstol").asLong() - memory.waiting(row.key));
        claim.get("bilagslinjer")
                .forEach(line -> row.postings.add(line.get("posteringId").asLong()));
        if (claim.hasNonNull("bestridelse") && !claim.get("bestridelse").hasNonNull("besvartDato")) {
            row.flags.add("BESTRIDT");
        }
    }
}
