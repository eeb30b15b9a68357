package no.kravbro.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import no.kravbro.camel.BookingDesk;
import no.kravbro.camel.ClaimDesk;
import no.kravbro.camel.InstructDesk;
import no.kravbro.camel.ReportDesk;
import no.kravbro.delivery.DeliveryKind;
import no.kravbro.delivery.Purpose;
import no.kravbro.delivery.Refusal;
import no.kravbro.delivery.Work;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.AdviceWith;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.model.BeanDefinition;
import org.apache.camel.spi.Resource;
import org.apache.camel.spring.boot.CamelAutoConfiguration;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.apache.camel.test.spring.junit5.CamelSpringBootTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;

/**
 * The content-based routers claim.submit, claim.inquire, those of reports, payment.book and payment.inquire: each work to its own flow, and
 * what no branch knows to the owner as a refusal, never nowhere.
 */
@CamelSpringBootTest
@SpringBootTest(classes = {CamelAutoConfiguration.class, RoutersTest.Desks.class})
class RoutersTest {

    private static final List<String> ROUTERS =
            List.of("claim.submit", "claim.inquire", "payment.book", "payment.inquire");
    private static final List<String> REPORTERS =
            List.of("claim.report-payment", "claim.report-credit", "claim.inquire-report");
    private static final List<String> INSTRUCTORS = List.of("claim.instruct", "claim.inquire-instruction");

    @Autowired
    private CamelContext context;

    @Autowired
    private ProducerTemplate sender;

    /** Only what a router calls when it finds no way; it asks nobody else. */
    static class Desks {
        @Bean
        ClaimDesk claimDesk() {
            return new ClaimDesk(null, null, null);
        }

        @Bean
        ReportDesk reportDesk() {
            return new ReportDesk(null, null, null);
        }

        @Bean
        InstructDesk instructDesk() {
            return new InstructDesk(null, null, null, null);
        }

        @Bean
        BookingDesk bookingDesk() {
            return new BookingDesk(null, null, null);
        }
    }

    @BeforeEach
    void load() throws Exception {
        if (context.getRoute("claim.submit") == null) {
            PluginHelper.getRoutesLoader(context).loadRoutes(failureHandling());
            for (String router : all()) {
                PluginHelper.getRoutesLoader(context).loadRoutes(file(router));
            }
            for (String router :
                    Stream.concat(REPORTERS.stream(), INSTRUCTORS.stream()).toList()) {
                AdviceWith.adviceWith(context, router, route -> {
                    if (!router.startsWith("claim.inquire")) {
                        route.weaveById(router + ".look-again").replace().to("mock:look-again");
                    }
                    route.weaveByType(BeanDefinition.class).selectFirst().remove();
                });
            }
            AdviceWith.adviceWith(context, "claim.submit", route -> {
                route.weaveById("claim.submit.look-again").replace().to("mock:look-again");
                route.weaveByType(BeanDefinition.class).selectFirst().remove();
            });
            for (String router : all()) {
                AdviceWith.adviceWith(
                        context,
                        router,
                        route -> route.mockEndpointsAndSkip("direct:autocollect.*|direct:kk2.*|direct:tripletex.*"));
            }
        }
        MockEndpoint.resetMocks(context);
    }

    private static List<String> all() {
        return Stream.of(ROUTERS, REPORTERS, INSTRUCTORS).flatMap(List::stream).toList();
    }

    private static Resource failureHandling() throws Exception {
        return ResourceHelper.fromString("failure.yaml", Files.readString(Path.of("routes/shared/failure.camel.yaml")));
    }

    /** Camel takes all behind the first dot for the extension, so the file is handed over under a plain name. */
    private static Resource file(String router) throws Exception {
        return ResourceHelper.fromString(
                router.replace('.', '-') + ".yaml",
                Files.readString(Path.of("routes/shared/" + router + ".camel.yaml")));
    }

    private Exchange send(String router, DeliveryKind kind, String target) {
        Work work = new Work("t-1", false, kind, Purpose.SEND, target, "nordlys", null, "node", List.of());
        return sender.send("direct:" + router, exchange -> exchange.setVariable("work", work));
    }

    private void goesTo(String router, DeliveryKind kind, String target, String port) throws InterruptedException {
        MockEndpoint flow = context.getEndpoint("mock:direct:" + port, MockEndpoint.class);
        flow.expectedMessageCount(1);
        assertThat(send(router, kind, target).getException()).isNull();
        flow.assertIsSatisfied();
    }

    @Test
    void claimsGoToTheirAgency() throws InterruptedException {
        goesTo("claim.submit", DeliveryKind.SUBMIT_CLAIM, "autocollect", "autocollect.submit-claim");
        goesTo("claim.inquire", DeliveryKind.SUBMIT_CLAIM, "autocollect", "autocollect.inquire-claim");
        goesTo("claim.submit", DeliveryKind.SUBMIT_CLAIM, "kk2", "kk2.submit-claim");
        goesTo("claim.inquire", DeliveryKind.SUBMIT_CLAIM, "kk2", "kk2.inquire-claim");
    }

    @Test
    void reportsGoToTheirAgency() throws InterruptedException {
        goesTo("claim.report-payment", DeliveryKind.REPORT_PAYMENT, "autocollect", "autocollect.report-payment");
        goesTo("claim.report-payment", DeliveryKind.REVERSE_PAYMENT, "kk2", "kk2.report-payment");
        goesTo("claim.report-credit", DeliveryKind.REPORT_CREDIT, "kk2", "kk2.report-credit");
        goesTo("claim.inquire-report", DeliveryKind.REPORT_CREDIT, "autocollect", "autocollect.inquire-report");
        for (String router : REPORTERS) {
            assertThat(send(router, DeliveryKind.REPORT_PAYMENT, "nobody").getException())
                    .isInstanceOf(Refusal.class);
        }
    }

    @Test
    void instructionsGoToTheirAgency() throws InterruptedException {
        goesTo("claim.instruct", DeliveryKind.INSTRUCT, "autocollect", "autocollect.instruct-case");
        goesTo("claim.instruct", DeliveryKind.INSTRUCT, "kk2", "kk2.instruct-case");
        MockEndpoint.resetMocks(context);
        goesTo("claim.inquire-instruction", DeliveryKind.INSTRUCT, "autocollect", "autocollect.inquire-report");
        goesTo("claim.inquire-instruction", DeliveryKind.INSTRUCT, "kk2", "kk2.instruct-case");
        for (String router : INSTRUCTORS) {
            assertThat(send(router, DeliveryKind.INSTRUCT, "nobody").getException())
                    .isInstanceOf(Refusal.class);
        }
    }

    @Test
    void bookingsGoTheirWay() throws InterruptedException {
        goesTo("payment.book", DeliveryKind.BOOK_VOUCHER, "tripletex", "tripletex.book-voucher");
        goesTo("payment.book", DeliveryKind.BOOK_PAYMENT, "tripletex", "tripletex.book-payment");
        goesTo("payment.book", DeliveryKind.BOOK_PROPOSAL, "tripletex", "tripletex.propose-voucher");
        goesTo("payment.inquire", DeliveryKind.BOOK_PROPOSAL, "tripletex", "tripletex.find-proposal");
        goesTo("payment.inquire", DeliveryKind.BOOK_VOUCHER, "tripletex", "tripletex.find-voucher");
        goesTo("payment.inquire", DeliveryKind.BOOK_PAYMENT, "tripletex", "tripletex.prove-payment");
    }

    @Test
    void whatNoBranchKnowsIsRefused() {
        assertThat(send("claim.submit", DeliveryKind.SUBMIT_CLAIM, "nobody").getException())
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("nobody");
        assertThat(send("claim.inquire", DeliveryKind.SUBMIT_CLAIM, "nobody").getException())
                .isInstanceOf(Refusal.class);
        assertThat(send("payment.book", DeliveryKind.SEND_MAIL, "tripletex").getException())
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("SEND_MAIL");
        assertThat(send("payment.inquire", DeliveryKind.SEND_MAIL, "tripletex").getException())
                .isInstanceOf(Refusal.class);
    }
}
