package no.kravbro.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import no.kravbro.api.AgenciesApi;
import no.kravbro.api.Caller;
import no.kravbro.creditor.Creditor;
import no.kravbro.creditor.Creditors;
import no.kravbro.tripletex.RateBudget;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Whether a creditor's connections hold: how old its key is, how many calls are left, what the last readings said. */
@Component
class CreditorHealth {

    private final Creditors creditors;
    private final AgenciesApi agencies;
    private final RateBudget budget;
    private final Clock machine;

    CreditorHealth(Creditors creditors, AgenciesApi agencies, RateBudget budget, @Qualifier("machine") Clock machine) {
        this.creditors = creditors;
        this.agencies = agencies;
        this.budget = budget;
        this.machine = machine;
    }

    /**
     * How it stands.
     *
     * @param failing jobs whose last reading did not end well
     * @param keyDays days since the file with the creditor's key was written; null where it cannot be read
     * @param callsLeft calls that Tripletex still answers in this period; null until it has said
     * @param callsLimit calls in a period, or null
     */
    public record View(List<String> failing, Long keyDays, Integer callsLeft, Integer callsLimit, Instant resetsAt) {}

    View of(String id, Caller caller) {
        List<AgenciesApi.JobView> jobs = agencies.jobs(id, caller);
        Creditor creditor = creditors.find(id).orElseThrow(NoSuchPage::new);
        RateBudget.Headroom headroom = budget.headroom(RateBudget.name(creditor.employeeTokenFile()));
        return new View(
                jobs.stream()
                        .filter(job ->
                                job.lastResult() != null && !job.lastResult().equals("OK"))
                        .map(AgenciesApi.JobView::job)
                        .toList(),
                keyDays(creditor.employeeTokenFile()).orElse(null),
                headroom.left(),
                headroom.limit(),
                headroom.resetsAt());
    }

    private Optional<Long> keyDays(String file) {
        try {
            Instant written = Files.getLastModifiedTime(Path.of(file)).toInstant();
            return Optional.of(
                    Math.max(0, Duration.between(written, machine.instant()).toDays()));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }
}
