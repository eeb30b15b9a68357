package no.kravbro.camel;

import no.kravbro.api.CollectionListApi;
import no.kravbro.api.ExclusionsApi;
import no.kravbro.api.HandOverApi;
import no.kravbro.api.MandatesApi;
import org.apache.camel.Exchange;
import org.springframework.stereotype.Component;

/** The part of the API by which people choose what goes to an agency. */
@Component("chooseApiDesk")
public class ChooseApiDesk {

    private static final String CREDITOR = "creditor";

    private final ApiDesk api;
    private final ExclusionsApi exclusions;
    private final HandOverApi handOver;
    private final CollectionListApi lists;
    private final MandatesApi mandates;

    public ChooseApiDesk(
            ApiDesk api,
            ExclusionsApi exclusions,
            HandOverApi handOver,
            CollectionListApi lists,
            MandatesApi mandates) {
        this.api = api;
        this.exclusions = exclusions;
        this.handOver = handOver;
        this.lists = lists;
        this.mandates = mandates;
    }

    public void listExclusions(Exchange exchange) {
        api.answer(exchange, asked -> exclusions.list(asked.path(CREDITOR), asked.caller()));
    }

    public void keepBack(Exchange exchange) {
        api.answer(exchange, asked -> exclusions.keep(asked.path(CREDITOR), asked.body(), asked.caller()));
    }

    public void liftExclusion(Exchange exchange) {
        api.answer(exchange, asked -> exclusions.lift(asked.id(), asked.body(), asked.caller()));
    }

    public void showCollectionList(Exchange exchange) {
        api.answer(exchange, asked -> lists.show(asked.path(CREDITOR), asked.caller()));
    }

    public void rejectListItems(Exchange exchange) {
        api.answer(exchange, asked -> lists.reject(asked.path(CREDITOR), asked.body(), asked.caller()));
    }

    public void listCreditorAgencies(Exchange exchange) {
        api.answer(exchange, asked -> mandates.list(asked.path(CREDITOR), asked.caller()));
    }

    public void listDrafts(Exchange exchange) {
        api.answer(exchange, asked -> handOver.drafts(asked.path(CREDITOR), asked.query(), asked.caller()));
    }

    public void rejectDrafts(Exchange exchange) {
        api.answer(exchange, asked -> handOver.reject(asked.path(CREDITOR), asked.body(), asked.caller()));
    }

    public void previewHandOver(Exchange exchange) {
        api.answer(exchange, asked -> handOver.preview(asked.path(CREDITOR), asked.body(), asked.caller()));
    }

    public void handOver(Exchange exchange) {
        api.answer(exchange, asked -> handOver.handOver(asked.path(CREDITOR), asked.body(), asked.caller()));
    }
}
