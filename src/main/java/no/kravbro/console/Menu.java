package no.kravbro.console;

import java.util.List;
import no.kravbro.access.Right;

/**
 * A place that the menu leads to. Words under {@code menu.<key>}.
 *
 * @param right what it takes to look at it
 */
public record Menu(String key, String path, Right right) {

    static final List<Menu> ALL = List.of(
            new Menu("overview", "/", Right.READ_CLAIMS),
            new Menu("letters", "/dead-letters", Right.READ_LETTERS),
            new Menu("tasks", "/tasks", Right.READ_TASKS),
            new Menu("drafts", "/drafts", Right.READ_CLAIMS),
            new Menu("collectionList", "/collection-list", Right.READ_CLAIMS),
            new Menu("disputes", "/disputes", Right.READ_CLAIMS),
            new Menu("exclusions", "/exclusions", Right.READ_CLAIMS),
            new Menu("claims", "/claims", Right.READ_CLAIMS),
            new Menu("settlements", "/settlements", Right.READ_MONEY),
            new Menu("bookings", "/bookings", Right.READ_MONEY),
            new Menu("differences", "/differences", Right.READ_MONEY),
            new Menu("losses", "/credit-losses", Right.READ_MONEY),
            new Menu("creditors", "/creditors", Right.READ_CREDITORS),
            new Menu("agencies", "/agencies", Right.READ_CREDITORS),
            new Menu("deliveries", "/deliveries", Right.READ_DELIVERIES),
            new Menu("mails", "/mails", Right.READ_DELIVERIES),
            new Menu("machine", "/machine", Right.READ_MACHINE),
            new Menu("routes", "/routes", Right.READ_MACHINE),
            new Menu("audit", "/audit", Right.READ_AUDIT),
            new Menu("users", "/users", Right.MANAGE_USERS),
            new Menu("programKeys", "/program-keys", Right.MANAGE_USERS));

    static List<Menu> of(Visitor visitor) {
        return visitor.isKnown()
                ? ALL.stream()
                        .filter(each -> visitor.access().may(each.right()))
                        .toList()
                : List.of();
    }

    public boolean leadsTo(String address) {
        return path.equals("/") ? address.equals("/") : address.equals(path) || address.startsWith(path + "/");
    }
}
