package no.kravbro.histories;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import no.kravbro.crash.DrivenTown;
import no.kravbro.creditor.Creditors;
import no.kravbro.reconcile.report.AccountReport;
import no.kravbro.reconcile.report.AccountReports;
import no.kravbro.reconcile.report.ReportLine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * A year of the town with 2,000 claims over four agencies, money on both sides of each. Fewer: {@code -Dyear.claims=200
 * -Dyear.weeks=12}.
 */
@Tag("long")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class YearTest {

    private static final int CLAIMS = Integer.getInteger("year.claims", 2_000);
    private static final int WEEKS = Integer.getInteger("year.weeks", 52);
    /** Invoices issued in the last weeks of a year are claims of the next. */
    private static final int QUIET_WEEKS = 4;

    /** Days until a person has posted what waits, and the product has seen it. */
    private static final int DECIDED = 7;

    private static final int TERM = 14;
    private static final int CUSTOMERS = 8;

    private final List<Happenings> happenings = new ArrayList<>();
    private final Random random = new Random(2026);
    private DrivenTown town;
    private LocalDate begin;
    private int issued;

    @BeforeAll
    void liveAYear() {
        town = new DrivenTown("year");
        town.town().banksOpen();
        begin = town.town().clock().today();
        List<Firm> firms = Firm.of(town.town());
        firms.forEach(firm -> happenings.add(new Happenings(town, firm, new Account(firm), new Random(7))));
        for (int week = 0; week < WEEKS; week++) {
            if (week < WEEKS - QUIET_WEEKS) {
                issue(firms, CLAIMS * (week + 1) / (WEEKS - QUIET_WEEKS));
                happenings.forEach(each -> {
                    each.next();
                    each.next();
                });
            }
            pass(firms, 3);
            pass(firms, 4);
        }
    }

    private void issue(List<Firm> firms, int upTo) {
        LocalDate due = town.town().clock().today().minusDays(TERM + 1);
        for (; issued < upTo; issued++) {
            Firm firm = firms.get(issued % firms.size());
            long customer = firm.books().customerId(firm.firstCustomer() + random.nextInt(CUSTOMERS));
            firm.books().invoice(customer, due.minusDays(TERM), due, 50_000 + random.nextInt(2_000_000));
        }
    }

    private void pass(List<Firm> firms, int days) {
        town.days(days);
        firms.forEach(Firm::postsWhatWaits);
        town.rest();
    }

    @AfterAll
    void stop() {
        town.close();
    }

    private AccountReport report(Firm firm) {
        return town.world()
                .bean(AccountReports.class)
                .of(
                        town.world().bean(Creditors.class).find(firm.creditor()).orElseThrow(),
                        begin,
                        town.town().clock().today());
    }

    @Test
    void nothingIsLeftUnexplained() {
        assertThat(town.eyes()
                        .sql("select count(*) from claim where state in ('ACCEPTED', 'CLOSED')")
                        .query(Long.class)
                        .single())
                .isGreaterThanOrEqualTo(CLAIMS);
        for (Firm firm : Firm.of(town.town())) {
            AccountReport report = report(firm);
            assertThat(report.lines().stream().filter(line -> line.unexplainedOre() != 0))
                    .isEmpty();
            assertThat(report.unexplainedOre()).as(firm.creditor()).isZero();
            assertThat(report.comparedDays()).isPositive();
        }
    }

    @Test
    void everyBookingIsFollowedFromClaimToVoucher() throws IOException, InterruptedException {
        for (Firm firm : Firm.of(town.town())) {
            String table = written(firm, "CSV");
            String page = written(firm, "HTML");
            List<ReportLine> booked = report(firm).lines().stream()
                    .filter(line -> line.bookingKey() != null
                            && line.bookedOn()
                                    .isBefore(town.town().clock().today().minusDays(DECIDED)))
                    .toList();
            assertThat(booked).isNotEmpty().allSatisfy(line -> {
                assertThat(line.voucherNumber()).as(line.toString()).isNotNull();
                for (String number : line.voucherNumber().split(", ")) {
                    assertThat(firm.books().isPosted(number))
                            .as(line.toString())
                            .isTrue();
                }
                assertThat(table).contains(line.voucherNumber());
                assertThat(table).contains(line.invoiceNumber(), line.bookingKey());
                assertThat(page).contains(line.invoiceNumber(), line.bookingKey());
            });
        }
    }

    private String written(Firm firm, String format) throws IOException, InterruptedException {
        String address = "/creditors/" + firm.creditor()
                + "/report?format=" + format + "&from=" + begin + "&to="
                + town.town().clock().today();
        HttpResponse<String> answer =
                HttpClient.newHttpClient().send(town.world().api(address).build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }
}
