package no.kravbro.camel;

import no.kravbro.api.Body;
import no.kravbro.api.CreditLossApi;
import no.kravbro.api.EvidenceApi;
import no.kravbro.api.MailsApi;
import no.kravbro.api.Query;
import org.apache.camel.Exchange;
import org.springframework.stereotype.Component;

/** The part of the API about what people are told of cases, and what they take with them. */
@Component("caseApiDesk")
public class CaseApiDesk {

    private final ApiDesk api;
    private final MailsApi mails;
    private final EvidenceApi evidence;
    private final CreditLossApi losses;

    public CaseApiDesk(ApiDesk api, MailsApi mails, EvidenceApi evidence, CreditLossApi losses) {
        this.api = api;
        this.mails = mails;
        this.evidence = evidence;
        this.losses = losses;
    }

    public void showEvidence(Exchange exchange) {
        api.reply(
                exchange,
                asked -> new ApiDesk.Written(
                        ApiDesk.OK, "application/zip", evidence.pack(asked.path("key"), asked.caller())));
    }

    public void listCreditLosses(Exchange exchange) {
        api.reply(exchange, asked -> {
            String creditor = asked.path("creditor");
            Query query = asked.query();
            return losses.wantsCsv(query)
                    ? new ApiDesk.Written(
                            ApiDesk.OK, "text/csv; charset=utf-8", losses.csv(creditor, query, asked.caller()))
                    : new ApiDesk.Written(
                            ApiDesk.OK, "application/json", Body.write(losses.list(creditor, query, asked.caller())));
        });
    }

    public void listMails(Exchange exchange) {
        api.answer(exchange, asked -> mails.list(asked.query(), asked.caller()));
    }

    public void sendMailAgain(Exchange exchange) {
        api.answer(exchange, asked -> mails.again(asked.id(), asked.caller()));
    }
}
