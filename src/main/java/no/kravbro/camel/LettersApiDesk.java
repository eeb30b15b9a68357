package no.kravbro.camel;

import no.kravbro.api.LetterGroupsApi;
import org.apache.camel.Exchange;
import org.springframework.stereotype.Component;

/** As {@link ApiDesk}, for many dead letters at once. */
@Component("lettersApiDesk")
public class LettersApiDesk {

    private final ApiDesk api;
    private final LetterGroupsApi groups;

    public LettersApiDesk(ApiDesk api, LetterGroupsApi groups) {
        this.api = api;
        this.groups = groups;
    }

    public void listDeadLetterGroups(Exchange exchange) {
        api.answer(exchange, ApiDesk.OK, asked -> groups.list(asked.query(), asked.caller()));
    }
}
