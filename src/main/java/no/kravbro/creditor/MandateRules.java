package no.kravbro.creditor;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.kravbro.WrongSetting;
import no.kravbro.claim.routing.RoutingFaults;

/** What a creditor may say of several agencies. Throws {@link WrongSetting} that names creditor and field. */
final class MandateRules {

    private static final Set<String> JOBS = Stream.of(Job.values())
            .filter(job -> job.asksAgency() || job == Job.PROPOSALS)
            .map(Job::scheduled)
            .collect(Collectors.toUnmodifiableSet());

    private MandateRules() {}

    static void check(String file, CreditorEntry entry) {
        String where = file + " creditor " + entry.id();
        if (!entry.several()) {
            refuse(entry.agencies() != null, where + " field agencies", "names no agency", "name one, or leave it out");
            refuse(
                    entry.routing() != null,
                    where + " field routing",
                    "chooses among several agencies, but there is one",
                    "list them under agencies or leave it out");
            return;
        }
        notBeside(where, "agency", entry.agency());
        notBeside(where, "agency-reference", entry.agencyReference());
        notBeside(where, "takeover", entry.takeover());
        Set<String> seen = new HashSet<>();
        for (Mandate mandate : entry.agencies()) {
            String field = where + " field agencies." + mandate.agency();
            refuse(blank(mandate.agency()), where + " field agencies", "has one without agency", "name each");
            refuse(!seen.add(mandate.agency()), field, "stands there twice", "keep it once");
            refuse(
                    (mandate.replacedBy() == null) != (mandate.replacedFrom() == null),
                    field,
                    "has only one of replaced-by and replaced-from",
                    "give both: who takes its new claims, and from which day on");
            schedule(field, mandate.schedule());
        }
        rules(where, new Mandates(entry.agencies(), entry.routing()), seen);
    }

    private static void rules(String where, Mandates mandates, Set<String> agencies) {
        String first = mandates.all().get(0).agency();
        refuse(
                mandates.routing(first).rules().isEmpty(),
                where + " field routing",
                "is missing, and more than one agency could take a claim",
                "write rules that choose, the last of which names only an agency");
        RoutingFaults.first(mandates.routing(first), agencies).ifPresent(fault -> {
            throw new WrongSetting(where + " field " + fault.field(), fault.what(), fault.wayOut());
        });
    }

    private static void schedule(String field, Map<String, List<String>> schedule) {
        schedule.forEach((job, times) -> {
            refuse(
                    !JOBS.contains(job),
                    field + ".schedule." + job,
                    "is nothing that is read of an agency",
                    "use one of " + JOBS.stream().sorted().collect(Collectors.joining(", ")));
            CreditorRules.times(field, "schedule." + job, times);
        });
    }

    private static void notBeside(String where, String name, String value) {
        refuse(
                value != null,
                where + " field " + name,
                "stands beside agencies",
                "write it under the agency that it is meant for");
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }

    private static void refuse(boolean wrong, String field, String what, String wayOut) {
        if (wrong) {
            throw new WrongSetting(field, what, wayOut);
        }
    }
}
