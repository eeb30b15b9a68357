package no.kravbro.sandbox.tripletex;

import static no.kravbro.sandbox.tripletex.TripletexCaller.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import no.kravbro.sandbox.Reply;
import org.junit.jupiter.api.Test;

class InvoiceReadingTest {

    private static final String ALWAYS = "/invoice?invoiceDateFrom=2020-01-01&invoiceDateTo=2027-01-01";

    private final TripletexCaller caller = new TripletexCaller();

    @Test
    void needsBothDates() {
        Reply reply = caller.get("/invoice?id=2147524143&invoiceDateFrom=2025-01-01");
        assertThat(reply.status()).isEqualTo(422);
        assertThat(json(reply).get("code").intValue()).isEqualTo(15000);
        assertThat(json(reply).at("/validationMessages/0/field").textValue()).isEqualTo("invoiceDateTo");
    }

    @Test
    void theLastDayIsExclusiveAndMustBeLater() {
        assertThat(json(caller.get("/invoice?invoiceNumber=10023&invoiceDateFrom=2025-12-01&invoiceDateTo=2025-12-02"))
                        .get("values"))
                .hasSize(1);
        assertThat(json(caller.get("/invoice?invoiceNumber=10023&invoiceDateFrom=2025-11-01&invoiceDateTo=2025-12-01"))
                        .get("values"))
                .isEmpty();
        assertThat(caller.get("/invoice?invoiceDateFrom=2025-12-01&invoiceDateTo=2025-12-01")
                        .status())
                .isEqualTo(422);
    }

    @Test
    void pagesWithoutATotal() {
        JsonNode first = json(caller.get(ALWAYS + "&count=10"));
        assertThat(first.get("fullResultSize").intValue()).isEqualTo(11);
        Set<Long> seen = new HashSet<>();
        int from = 0;
        JsonNode page;
        do {
            page = json(caller.get(ALWAYS + "&count=10&sorting=id&from=" + from));
            page.get("values").forEach(each -> seen.add(each.get("id").longValue()));
            from += 10;
        } while (page.get("values").size() == 10);
        assertThat(page.get("fullResultSize").intValue()).isEqualTo(seen.size());
        assertThat(seen).hasSizeGreaterThan(60).contains(2147524143L, 2147524999L, 2147525003L);
    }

    @Test
    void ignoresParametersItDoesNotKnow() {
        assertThat(json(caller.get(ALWAYS + "&isOverdue=true&count=1000")).get("count"))
                .isEqualTo(json(caller.get(ALWAYS + "&count=1000")).get("count"));
    }

    @Test
    void showsWhatTheFilterAsksForAndNoMore() {
        String fields = "id,amountOutstanding,customer(name,postalAddress(city)),postings(amount)";
        assertThat(caller.get("/invoice/2147524143?fields=" + fields).text())
                .isEqualTo("{\"value\":{\"id\":2147524143,\"customer\":{\"name\":\"Kari Prøve\","
                        + "\"postalAddress\":{\"city\":\"Oslo\"}},\"amountOutstanding\":10000.00,"
                        + "\"postings\":[{\"amount\":10000.00}]}}");
    }

    @Test
    void withoutAFilterSubObjectsAreReferences() {
        JsonNode customer = json(caller.get("/invoice/2147524143")).at("/value/customer");
        assertThat(customer.properties()).extracting(Map.Entry::getKey).containsExactly("id", "url");
        assertThat(json(caller.get("/invoice/2147524143")).at("/value").has("changes"))
                .isFalse();
        assertThat(json(caller.get("/invoice/2147524143?fields=*,changes"))
                        .at("/value/changes/0/changeType")
                        .textValue())
                .isEqualTo("CREATE");
    }

    @Test
    void refusesFieldsThatDoNotExist() {
        for (String fields : new String[] {"id,isOverdue", "customer(nam)", "kid(id)", "customer(id", "id)"}) {
            Reply reply = caller.get("/invoice/2147524143?fields=" + fields);
            assertThat(reply.status()).as(fields).isEqualTo(400);
            assertThat(json(reply).get("code").intValue()).isEqualTo(11000);
        }
    }

    @Test
    void sortsBySubFieldsAndRefusesUnknownOnes() {
        JsonNode values = json(caller.get(
                        ALWAYS + "&sorting=-customer.customerNumber,id&fields=customer(customerNumber)"))
                .get("values");
        assertThat(values.at("/0/customer/customerNumber").intValue())
                .isGreaterThan(values.at("/20/customer/customerNumber").intValue());
        assertThat(json(caller.get(ALWAYS + "&sorting=dueDate")).get("code").intValue())
                .isEqualTo(17000);
    }

    @Test
    void answersUnchangedToAKnownChecksum() {
        var headers = new HashMap<>(caller.authorization());
        headers.put("If-None-Match", "none");
        String digest = json(caller.raw("GET", ALWAYS, "", headers))
                .get("versionDigest")
                .textValue();
        headers.put("If-None-Match", digest);
        assertThat(caller.raw("GET", ALWAYS, "", headers).status()).isEqualTo(304);
        caller.accountant.directPayment(2147524143L, TripletexCaller.TODAY, 100);
        assertThat(caller.raw("GET", ALWAYS, "", headers).status()).isEqualTo(200);
    }

    @Test
    void readsTenThousandInPagesQuicklyAndNotOneMore() {
        int already = json(caller.get(ALWAYS + "&count=1000")).get("count").intValue();
        TripletexStory.bulk(caller.sandbox, TripletexStory.NORDLYS, 10_000 - already);
        String fields =
                "&fields=id,invoiceNumber,invoiceDueDate,amountOutstanding,customer(*),postings(id,amount),currency(code)";
        Reply warm = caller.get(ALWAYS + "&count=2000&sorting=id" + fields);
        long before = cpu();
        Reply page = caller.get(ALWAYS + "&count=2000&from=6000&sorting=id" + fields);
        assertThat(Duration.ofNanos(cpu() - before)).isLessThan(Duration.ofSeconds(1));
        assertThat(json(warm).get("fullResultSize").intValue()).isEqualTo(2001);
        assertThat(json(page).get("values")).hasSize(2000);
        caller.freshInvoice(100_000);
        assertThat(json(caller.get(ALWAYS + "&count=1")).get("code").intValue()).isEqualTo(23000);
    }

    /** Time this thread has worked: a busy machine does not make the sandbox slow. */
    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
