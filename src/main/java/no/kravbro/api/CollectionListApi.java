package no.kravbro.api;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import no.kravbro.Masking;
import no.kravbro.Texts;
import no.kravbro.access.Right;
import no.kravbro.audit.Deed;
import no.kravbro.delivery.ClaimRow;
import no.kravbro.delivery.Claims;
import no.kravbro.transfer.list.CollectionLists;
import no.kravbro.transfer.list.ListItem;
import no.kravbro.transfer.list.ListItems;
import org.springframework.stereotype.Service;

/** {@code /api/v1/creditors/{creditor}/collection-list}: what goes to collection unless somebody says no until the cut-off. */
@Service
public class CollectionListApi {

    private static final int MOST = 500;
    private static final int LONGEST_REASON = 500;
    /** Answered lists are shown as long. */
    private static final Duration SHOWN = Duration.ofDays(14);

    private final KnownCreditors creditors;
    private final ListItems items;
    private final CollectionLists lists;
    private final Claims claims;
    private final Once once;
    private final Texts texts;
    private final Clock clock;

    CollectionListApi(
            KnownCreditors creditors,
            ListItems items,
            CollectionLists lists,
            Claims claims,
            Once once,
            Texts texts,
            Clock clock) {
        this.creditors = creditors;
        this.items = items;
        this.lists = lists;
        this.claims = claims;
        this.once = once;
        this.texts = texts;
        this.clock = clock;
    }

    /** @param items ids; left out = all that are open */
    public record Rejection(List<Long> items, String reason) {}

    /**
     * @param openOre principal at the agency as it told last
     * @param totalOre all that the debtor owes there, or null
     * @param refused why this one could not be taken off, or null
     */
    public record View(
            long id,
            String claimKey,
            String invoiceNumber,
            String caseNumber,
            String agency,
            long openOre,
            Long totalOre,
            OffsetDateTime cutoffAt,
            String state,
            String reason,
            String answeredBy,
            String refused) {}

    /** Of the last two weeks and to come, the next cut-off first. */
    public List<View> show(String creditor, Caller caller) {
        caller.need(Right.READ_CLAIMS);
        creditors.known(creditor, caller);
        return items.after(creditor, clock.instant().minus(SHOWN)).stream()
                .map(item -> view(item, null))
                .toList();
    }

    /** Each for itself. @param body JSON of {@link Rejection} */
    public List<View> reject(String creditor, String body, Caller caller) {
        caller.need(Right.INSTRUCT);
        creditors.known(creditor, caller);
        Rejection wanted = Body.read(body, Rejection.class);
        String reason = Masking.mask(ExclusionsApi.text("reason", wanted.reason(), LONGEST_REASON));
        List<Long> ids = chosen(creditor, wanted.items());
        Map<Long, String> refused = new HashMap<>();
        Locale language = Texts.language(caller.language());
        return once.run(
                caller,
                Act.of(Deed.LIST_REJECTED, "creditors/" + creditor, creditor, ids.size() + " items: " + reason),
                "reject list of " + creditor + " " + body,
                () -> ids.forEach(id -> reject(creditor, id, reason, caller, refused)),
                () -> ids.stream()
                        .map(id -> view(
                                find(creditor, id),
                                refused.containsKey(id) ? texts.of(refused.get(id), language) : null))
                        .toList());
    }

    private List<Long> chosen(String creditor, List<Long> ids) {
        List<Long> chosen = ids == null
                ? items.after(creditor, clock.instant()).stream()
                        .filter(item -> item.state() == ListItem.State.OPEN)
                        .map(ListItem::id)
                        .toList()
                : ids;
        if (chosen.size() > MOST || chosen.contains(null)) {
            throw new ApiProblem(ApiProblem.Code.BAD_BODY, "items holds at most " + MOST);
        }
        return chosen;
    }

    private void reject(String creditor, long id, String reason, Caller caller, Map<Long, String> refused) {
        lists.reject(find(creditor, id), reason, caller.who()).ifPresent(why -> refused.put(id, why));
    }

    private ListItem find(String creditor, long id) {
        return items.find(id)
                .filter(item -> item.creditorId().equals(creditor))
                .orElseThrow(() -> new ApiProblem(ApiProblem.Code.NOT_FOUND, "The list has no item " + id));
    }

    private View view(ListItem item, String refused) {
        ClaimRow claim = claims.find(item.claimKey()).orElseThrow();
        return new View(
                item.id(),
                item.claimKey(),
                claim.invoiceNumber(),
                claim.caseNumber(),
                claim.agency(),
                claim.agencyPrincipalOre() == null ? claim.principalOre() : claim.agencyPrincipalOre(),
                claim.remainingOre(),
                item.cutoffAt().atZone(clock.getZone()).toOffsetDateTime(),
                item.state().name(),
                item.reason(),
                item.answeredBy(),
                refused);
    }
}
