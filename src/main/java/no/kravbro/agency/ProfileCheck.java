package no.kravbro.agency;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import no.kravbro.claim.decision.DebtorNeed;
import no.kravbro.money.BookingLines;
import no.kravbro.money.LineKind;

/** Says in one sentence what is wrong with a profile that could be read but cannot be worked with. */
final class ProfileCheck {

    static final Set<String> TAKEOVERS = Set.of("REMINDER", "NOTICE", "COLLECTION");

    private static final List<String> JOBS = List.of("payments", "proposals", "settlements", "cases", "balances");

    private static final List<String> STEPS = List.of("handed-over", "unknown");

    private static final Set<String> SETTINGS = Set.of(
            "token-url",
            "client-id",
            "client-secret-file",
            "webhook-secret-file",
            "username",
            "password-file",
            "private-key-file",
            "host-key-file");

    private final Path file;
    private final AgencyProfile profile;

    ProfileCheck(Path file, AgencyProfile profile) {
        this.file = file;
        this.profile = profile;
    }

    void check() {
        String folder = file.toAbsolutePath().getParent().getFileName().toString();
        require(folder.equals(profile.id()), "id", "must be the folder's name '" + folder + "'");
        require(profile.name() != null && !profile.name().isBlank(), "name", "must not be empty");
        require(profile.earliestTransfer() >= 0, "earliestTransfer", "must be 0 or more days after the due day");
        require(profile.earliestFeeNotice() >= 0, "earliestFeeNotice", "must be 0 or more days after the due day");
        // Right before it leaves, a batch's invoices are read again in one call, which takes a hundred ids.
        require(profile.batchSize() >= 1 && profile.batchSize() <= 100, "batchSize", "must be 1 to 100");
        require(profile.absentAfter() >= 1, "absentAfter", "must be 1 or more");
        require(profile.settledWithin() >= 1, "settledWithin", "must be 1 or more");
        require(TAKEOVERS.contains(profile.takeover()), "takeover", "must be one of " + new TreeSet<>(TAKEOVERS));
        require(profile.needs() != null, "needs", "must be a list of debtor fields, or []");
        profile.needs().forEach(this::need);
        profile.settings()
                .forEach(name -> require(SETTINGS.contains(name), "settings", "must be of " + new TreeSet<>(SETTINGS)));
        checkTimes();
        checkCapabilities();
        checkBookingLines();
        require(profile.answers() != null && !profile.answers().isEmpty(), "answers", "must hold a table per call");
        profile.answers().forEach((call, table) -> checkTable(file, "answers." + call, table));
    }

    /** Also holds for the answer tables of the accounting system, which have no profile around them. */
    static void checkTable(Path file, String field, AnswerTable table) {
        require(file, table != null && table.rows() != null && !table.rows().isEmpty(), field, "must have rows");
        for (AnswerTable.Row row : table.rows()) {
            require(file, row.meaning() != null, field + ".rows.meaning", "must be given in every row");
            boolean status = row.status() == 0 || row.status() >= 100 && row.status() <= 599;
            require(file, status, field + ".rows.status", "must be an HTTP status, or 0 for any other");
        }
        if (table.map() != null) {
            Path routes = file.toAbsolutePath().getParent().getParent();
            require(file, Files.isRegularFile(routes.resolve(table.map())), field + ".map", "names no mapping file");
        }
        AnswerTable.Row last = table.rows().get(table.rows().size() - 1);
        boolean rest = last.status() == 0 && last.code() == null && last.field() == null;
        require(file, rest, field + ".rows", "must end with a row of status 0 for every other answer");
    }

    private void need(String need) {
        try {
            DebtorNeed.parse(need);
        } catch (IllegalArgumentException unknown) {
            throw new ProfileException(file + ": field " + unknown.getMessage() + ".", unknown);
        }
    }

    private void checkTimes() {
        require(profile.schedule() != null, "schedule", "must give an Oslo time of day (HH:MM) per job");
        for (Map.Entry<String, String> job : profile.schedule().entrySet()) {
            require(JOBS.contains(job.getKey()), "schedule." + job.getKey(), "must be one of " + JOBS);
            boolean times = Arrays.stream(String.valueOf(job.getValue()).split("\\s*,\\s*"))
                    .allMatch(ProfileCheck::isTime);
            require(times, "schedule." + job.getKey(), "must be Oslo times of day such as 06:00, 23:15");
        }
        require(profile.answerAfter() != null, "answerAfter", "must give seconds per step");
        for (Map.Entry<String, Integer> step : profile.answerAfter().entrySet()) {
            require(STEPS.contains(step.getKey()), "answerAfter." + step.getKey(), "must be one of " + STEPS);
            boolean positive = step.getValue() != null && step.getValue() > 0;
            require(positive, "answerAfter." + step.getKey(), "must be 1 or more seconds");
        }
    }

    private void checkCapabilities() {
        Capabilities can = profile.capabilities();
        require(can != null && can.actions() != null, "capabilities", "must say what can be done with a claim");
        require(
                can.firstSteps() != null && TAKEOVERS.containsAll(can.firstSteps()),
                "capabilities.firstSteps",
                "must be a list of " + new TreeSet<>(TAKEOVERS) + ", or []");
        require(can.moneyOn() != null, "capabilities.moneyOn", "must be AGENCY or CREDITOR");
        require(
                can.withdrawal() != null && can.withdrawal().price() != null,
                "capabilities.withdrawal",
                "must give its price");
        Capabilities.FormerPortal former = can.formerPortal();
        require(
                former == null || can.portal() != null && former.name() != null && former.until() != null,
                "capabilities.formerPortal",
                "needs a name, the last day of activation, and capabilities.portal");
        for (Action action : Action.values()) {
            Capabilities.Capability how = can.actions().get(action);
            String field = "capabilities.actions." + action;
            require(how != null && how.by() != null, field, "must say by whom: WIRE, PERSON or NOBODY");
            boolean deadline = how.by() != Capabilities.By.PERSON || how.days() > 0 && can.portal() != null;
            require(deadline, field, "needs the days a person has, and capabilities.portal");
        }
    }

    private void checkBookingLines() {
        require(profile.bookingLines() != null, "bookingLines", "must name an account role per line kind");
        try {
            BookingLines.of(profile.bookingLines(), true);
        } catch (IllegalArgumentException unsound) {
            throw new ProfileException(file + ": " + unsound.getMessage() + ".", unsound);
        }
        Set<String> kinds = Arrays.stream(LineKind.values()).map(Enum::name).collect(Collectors.toSet());
        Set<String> unknown = new TreeSet<>(profile.bookingLines().keySet());
        unknown.removeAll(kinds);
        require(unknown.isEmpty(), "bookingLines", "holds " + unknown + " but line kinds are " + new TreeSet<>(kinds));
    }

    private static boolean isTime(String text) {
        try {
            LocalTime.parse(String.valueOf(text));
            return true;
        } catch (DateTimeParseException notATime) {
            return false;
        }
    }

    private void require(boolean holds, String field, String fix) {
        require(file, holds, field, fix);
    }

    private static void require(Path file, boolean holds, String field, String fix) {
        if (!holds) {
            throw new ProfileException(file + ": field '" + field + "' " + fix + ".");
        }
    }
}
