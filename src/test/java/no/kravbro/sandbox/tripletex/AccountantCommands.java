package no.kravbro.sandbox.tripletex;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import no.kravbro.sandbox.SandboxClock;

/**
 * What a person does in Tripletex' own pages, by command: {@code {"company":107421,"invoice":10023,"act":"pay","kroner":500}}. Acts:
 * pay, credit (both without kroner: all that is open), write-off, reverse (the newest payment or credit), unmatch; and for
 * everybody {@code {"effect":"AT_ONCE"}}: when vouchers of others lower an invoice.
 */
public final class AccountantCommands {

    public static final String HELP = "{\"company\":107421,\"invoice\":10023,\"act\":\"pay\",\"kroner\":500}:"
            + " pay, credit, write-off, reverse or unmatch; or {\"effect\":\"AT_ONCE\"}, AFTER_CLOSING, NEVER";

    private final TripletexSandbox sandbox;
    private final SandboxClock clock;

    public AccountantCommands(TripletexSandbox sandbox, SandboxClock clock) {
        this.sandbox = sandbox;
        this.clock = clock;
    }

    /** @throws IllegalArgumentException when there is no such company, invoice or act */
    public void run(JsonNode command) {
        if (command.hasNonNull("effect")) {
            sandbox.effect(Effect.valueOf(command.get("effect").asText()));
            return;
        }
        Accountant accountant = sandbox.accountant(command.path("company").asLong());
        long invoice = accountant.invoiceId(command.path("invoice").asLong());
        long ore = command.hasNonNull("kroner")
                ? new BigDecimal(command.get("kroner").asText())
                        .movePointRight(2)
                        .longValueExact()
                : accountant.outstanding(invoice);
        act(accountant, command.path("act").asText(), invoice, ore);
    }

    private void act(Accountant accountant, String act, long invoice, long ore) {
        LocalDate today = clock.today();
        switch (act) {
            case "pay" -> accountant.directPayment(invoice, today, ore);
            case "credit" -> accountant.partialCredit(invoice, today, ore);
            case "write-off" -> accountant.writeOff(invoice, today);
            case "unmatch" -> accountant.unmatchAll(invoice);
            case "reverse" -> {
                List<Long> vouchers = accountant.vouchersOf(invoice);
                if (vouchers.size() < 2) {
                    throw new IllegalArgumentException("Nothing was booked on the invoice yet");
                }
                accountant.reverse(vouchers.get(vouchers.size() - 1), today);
            }
            default -> throw new IllegalArgumentException("Say what to do: " + HELP);
        }
    }
}
