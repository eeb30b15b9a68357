package no.kravbro.mail;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.kravbro.claim.CollectionList;
import no.kravbro.claim.OsloDay;
import no.kravbro.claim.WorkingDay;
import no.kravbro.creditor.Creditor;
import no.kravbro.creditor.Creditors;
import no.kravbro.creditor.Job;
import no.kravbro.delivery.ClaimRow;
import no.kravbro.delivery.Claims;
import no.kravbro.delivery.Schedules;
import no.kravbro.money.NorwegianFormat;
import no.kravbro.transfer.list.ListItem;
import no.kravbro.transfer.list.ListItems;
import org.springframework.stereotype.Component;

/** Tells of a collection list when it is there, of what is put on it later, and once more the working day before its cut-off. */
@Component
class ListTeller implements Teller {

    private final ListItems items;
    private final Claims claims;
    private final Creditors creditors;
    private final Schedules schedules;
    private final Secretary secretary;

    ListTeller(ListItems items, Claims claims, Creditors creditors, Schedules schedules, Secretary secretary) {
        this.items = items;
        this.claims = claims;
        this.creditors = creditors;
        this.schedules = schedules;
        this.secretary = secretary;
    }

    private record Which(String creditorId, Instant cutoffAt) {}

    @Override
    public void tell(Instant now) {
        Map<Which, List<ListItem>> lists = new LinkedHashMap<>();
        for (ListItem item : items.openAfter(now)) {
            lists.computeIfAbsent(new Which(item.creditorId(), item.cutoffAt()), any -> new ArrayList<>())
                    .add(item);
        }
        lists.forEach((which, open) -> creditors.find(which.creditorId()).ifPresent(each -> tell(each, open, now)));
    }

    private void tell(Creditor creditor, List<ListItem> open, Instant now) {
        ListItem last = open.get(open.size() - 1);
        String list = creditor.id() + "/" + last.cutoffAt().getEpochSecond();
        String first = "list/" + list + "/" + newest(last, now);
        if (!isBeingRead(creditor) && !secretary.isTold(first)) {
            tell(creditor, MailKind.COLLECTION_LIST, first, open);
        }
        LocalDate dayBefore = WorkingDay.before(OsloDay.of(last.cutoffAt()), 1);
        String reminder = "list-reminder/" + list;
        // Who was told of it today needs no reminder today.
        boolean known =
                open.stream().anyMatch(item -> OsloDay.of(item.listedAt()).isBefore(OsloDay.of(now)));
        if (known && !now.isBefore(Moments.morning(dayBefore)) && !secretary.isTold(reminder)) {
            tell(creditor, MailKind.LIST_REMINDER, reminder, open);
        }
    }

    /** Of the whole list, answered or not: what is taken off is no reason to tell of the rest again. */
    private long newest(ListItem of, Instant now) {
        return items.after(of.creditorId(), now).stream()
                .filter(item -> item.cutoffAt().equals(of.cutoffAt()))
                .mapToLong(ListItem::id)
                .max()
                .orElse(of.id());
    }

    /** More of the list may come in a moment. */
    private boolean isBeingRead(Creditor creditor) {
        return schedules.all().stream()
                .anyMatch(job -> job.creditorId().equals(creditor.id())
                        && job.job().equals(Job.CASES.name())
                        && job.holder() != null);
    }

    private void tell(Creditor creditor, MailKind kind, String key, List<ListItem> open) {
        Instant cutoff = open.get(0).cutoffAt();
        List<ClaimRow> listed = open.stream()
                .map(item -> claims.find(item.claimKey()))
                .flatMap(Optional::stream)
                .toList();
        secretary.deadline(creditor, kind, key, to -> {
            String until = Moments.of(cutoff, to.locale());
            List<String> said = new ArrayList<>();
            said.add(to.say("mail." + kind + ".text", creditor.name(), until));
            if (CollectionList.isMoved(OsloDay.of(cutoff))) {
                said.add(to.say("mail.list.moved"));
            }
            return new Content(
                    to.say("mail." + kind + ".subject", listed.size(), until),
                    said,
                    List.of(
                            to.say("mail.column.invoice"),
                            to.say("mail.column.case"),
                            to.say("mail.column.agency"),
                            to.say("mail.column.open")),
                    listed.stream().map(ListTeller::cells).toList(),
                    List.of(to.say("mail.list.how")),
                    "/collection-list?creditorId=" + creditor.id());
        });
    }

    private static List<String> cells(ClaimRow claim) {
        long open = claim.agencyPrincipalOre() == null ? claim.principalOre() : claim.agencyPrincipalOre();
        return List.of(
                claim.invoiceNumber(),
                claim.caseNumber() == null ? "–" : claim.caseNumber(),
                claim.agency(),
                NorwegianFormat.kroner(open));
    }
}
