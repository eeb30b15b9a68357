package no.kravbro.flows;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import no.kravbro.bundle.ExactJson;
import no.kravbro.creditor.Creditors;
import no.kravbro.money.LineKind;
import no.kravbro.money.Money;
import no.kravbro.money.VoucherKey;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;

/**
 * A settlement as AutoCollect writes it, for stories its sandbox does not tell: principal paid in full or in part, fee and
 * VAT as of the contract's example. Enters by the route behind the page reading.
 */
final class Received {

    private static final String WIRE =
            """
            {"settlementId":"%s","settlementDate":"%s","paymentDate":"%s","caseNumber":"%s","collectionType":"DEBT_COLLECTION",
             "invoiceNumber":"%s","uniqueSourceInvoiceId":"%s","currency":"NOK","gross":%s,"agencyTotal":0.00,"netToCreditor":%s,
             "lines":[{"kind":"PRINCIPAL","paid":%s,"toCreditor":%s,"toAgency":0.00}],
             "remittance":{"voucherNumber":"%s","bankText":"Ihht samlebilag","bankAccount":"99990123450","payoutDate":"%s",
               "settlementCount":1,"carriedIn":0.00,"carriedOut":0.00,"netPayout":%s}}""";

    private final World world;
    private final String creditorId;
    private final ObjectNode document;
    private final long ore;

    private Received(World world, String creditorId, ObjectNode document, long ore) {
        this.world = world;
        this.creditorId = creditorId;
        this.document = document;
        this.ore = ore;
    }

    /** @param ore principal that the debtor paid */
    static Received of(World world, Claimed claim, long ore) {
        String id = UUID.randomUUID().toString();
        String day = world.town().clock().today().toString();
        String kroner = Money.decimal(ore).toPlainString();
        String text = WIRE.formatted(
                id,
                day,
                day,
                claim.caseNumber(),
                claim.invoiceNumber(),
                claim.key(),
                kroner,
                kroner,
                kroner,
                kroner,
                "9" + id.substring(0, 6),
                day,
                kroner);
        return new Received(world, claim.creditorId(), (ObjectNode) read(text), ore);
    }

    /** The same with a field of the settlement (or of its first line, {@code lines/0/kind}) made another. */
    Received with(String pointer, String json) {
        ObjectNode copy = document.deepCopy();
        int cut = pointer.lastIndexOf('/');
        JsonNode parent = cut < 0 ? copy : copy.at("/" + pointer.substring(0, cut));
        ((ObjectNode) parent).set(pointer.substring(cut + 1), read(json));
        return new Received(world, creditorId, copy, ore);
    }

    /** The debtor paid late interest too, and the agency passes it on. */
    Received withInterest(long interestOre) {
        String interest = Money.decimal(interestOre).toPlainString();
        String total = Money.decimal(ore + interestOre).toPlainString();
        String line = document.at("/lines/0").toString();
        String second = "{\"kind\":\"LATE_INTEREST\",\"paid\":%s,\"toCreditor\":%s,\"toAgency\":0.00}"
                .formatted(interest, interest);
        Received more = with("lines", "[" + line + "," + second + "]")
                .with("gross", total)
                .with("netToCreditor", total)
                .with("remittance/netPayout", total);
        return new Received(world, creditorId, more.document, ore + interestOre);
    }

    /** A charge without payment, as the deduction of a late withdrawal is. */
    static Received charge(World world, Claimed claim, LineKind kind, long ore) {
        String kroner = Money.decimal(ore).toPlainString();
        return of(world, claim, -ore)
                .with(
                        "lines",
                        "[{\"kind\":\"%s\",\"paid\":0.00,\"toCreditor\":-%s,\"toAgency\":%s}]"
                                .formatted(kind, kroner, kroner))
                .with("gross", "0.00")
                .with("agencyTotal", kroner)
                .with("paymentDate", "null")
                .carried(-ore);
    }

    /** The later settlement that takes it back: all amounts negated. */
    Received takenBack() {
        String id = UUID.randomUUID().toString();
        Received back = with("settlementId", "\"" + id + "\"").with("reversesSettlementId", "\"" + id() + "\"");
        for (String total : List.of("gross", "agencyTotal", "netToCreditor")) {
            negate(back.document, total);
        }
        back.document.path("lines").forEach(line -> List.of("paid", "toCreditor", "toAgency")
                .forEach(amount -> negate((ObjectNode) line, amount)));
        return new Received(world, creditorId, back.document, -ore)
                .with("remittance/voucherNumber", "\"8" + id.substring(0, 6) + "\"")
                .carried(-ore);
    }

    private static void negate(ObjectNode node, String field) {
        node.put(field, node.get(field).decimalValue().negate());
    }

    /** The bank line of what it brings: paid out, or carried over when the creditor owes it. */
    private Received carried(long netOre) {
        return with("remittance/carriedOut", Money.decimal(Math.min(netOre, 0)).toPlainString())
                .with("remittance/netPayout", Money.decimal(Math.max(netOre, 0)).toPlainString());
    }

    /** What was owed before is taken off what is paid out; its bank line has a number and text of its own. */
    Received after(long carriedInOre, String number) {
        return with("remittance/carriedIn", Money.decimal(carriedInOre).toPlainString())
                .with("remittance/netPayout", Money.decimal(ore + carriedInOre).toPlainString())
                .with("remittance/voucherNumber", "\"" + number + "\"")
                .with("remittance/bankText", "\"Ihht samlebilag " + number + "\"");
    }

    /** Number of its bank line. */
    String payout() {
        return document.at("/remittance/voucherNumber").asText();
    }

    String claimKey() {
        return document.path("uniqueSourceInvoiceId").asText();
    }

    /** Lets it in. */
    Received enter() {
        world.bean(ProducerTemplate.class).send("direct:autocollect.receive-settlement", exchange -> {
            exchange.setVariable("creditor", world.bean(Creditors.class).byId(creditorId));
            exchange.getMessage().setBody(document);
        });
        return this;
    }

    /** Several as one page. */
    static void page(World world, String creditorId, Received... page) {
        Exchange read = world.bean(ProducerTemplate.class)
                .send("direct:autocollect.receive-settlement-page", exchange -> {
                    exchange.setVariable("creditor", world.bean(Creditors.class).byId(creditorId));
                    exchange.getMessage()
                            .setBody(Stream.of(page)
                                    .map(each -> each.document.deepCopy())
                                    .toList());
                });
        assertThat(read.getException()).isNull();
    }

    String id() {
        return document.path("settlementId").asText();
    }

    /** Key of its booking, and number of its voucher at the accounting system. */
    String key() {
        return VoucherKey.of("autocollect", id());
    }

    long ore() {
        return ore;
    }

    private static JsonNode read(String json) {
        try {
            return ExactJson.read(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(json, e);
        }
    }
}
