package no.kravbro.console;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Every page there is: the tests look at each of them, the pictures show each of them. */
final class Scenes {

    private static final int OK = 200;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;

    private Scenes() {}

    /** @param who a demonstration user, or null: nobody */
    record Scene(String name, String who, String path, int status) {
        Scene(String name, String who, String path) {
            this(name, who, path, OK);
        }
    }

    /** @param claim key of a claim, {@code delivery} id of one, {@code letter} id of one, {@code payout} its address */
    static List<Scene> all(String claim, long delivery, long letter, long difference, String payout, String creditor) {
        return List.of(
                new Scene("login", null, "/login"),
                new Scene("unsubscribe", null, "/unsubscribe?creditor=nordlys&recipient=x@example.no&signature=none"),
                new Scene("link-used", null, "/welcome?token=none"),
                new Scene("overview", "odd", "/?refresh=off"),
                new Scene("letters", "odd", "/dead-letters"),
                new Scene("letter", "odd", "/dead-letters/" + letter),
                new Scene("tasks", "odd", "/tasks"),
                new Scene("claims", "odd", "/claims"),
                new Scene("claim", "odd", "/claims/" + claim),
                new Scene("search", "odd", "/search?q=nothing"),
                new Scene("settlements", "odd", "/settlements"),
                new Scene("settlement", "odd", payout),
                new Scene("bookings", "odd", "/bookings"),
                new Scene("differences", "odd", "/differences"),
                new Scene("difference", "odd", "/differences/" + difference),
                new Scene("losses", "odd", "/credit-losses?creditorId=nordlys"),
                new Scene("creditors", "odd", "/creditors"),
                new Scene("creditor", "odd", "/creditors/" + creditor),
                new Scene("connect", "odd", "/connect"),
                new Scene("deliveries", "odd", "/deliveries"),
                new Scene("delivery", "odd", "/deliveries/" + delivery),
                new Scene("mails", "odd", "/mails"),
                new Scene("machine", "odd", "/machine"),
                new Scene("rights", "odd", "/me"),
                new Scene("forbidden", "odd", "/users", FORBIDDEN),
                new Scene("missing", "odd", "/claims/none", NOT_FOUND),
                new Scene("audit", "reidar", "/audit"),
                new Scene("users", "ada", "/users"),
                new Scene("program-keys", "ada", "/program-keys"),
                new Scene("user", "ada", "/users/siri"));
    }

    /** @param plan id of a plan that holds the letter */
    static List<Scene> ofLetters(long letter, String group, String plan) {
        return List.of(
                new Scene("group", "odd", "/dead-letters/groups/" + group),
                new Scene("preview", "odd", "/dead-letters/preview?ids=" + letter),
                new Scene("preview-forbidden", "siri", "/dead-letters/preview?all=yes&fingerprint=" + group),
                new Scene("plan", "odd", "/dead-letters/plans/" + plan),
                new Scene("retries", "odd", "/dead-letters/retries"),
                new Scene("correct", "odd", "/dead-letters/" + letter + "/correct"),
                new Scene("corrections", "odd", "/dead-letters/corrections"));
    }

    /** @param claim that the agency has */
    static List<Scene> ofCases(String claim) {
        return List.of(
                new Scene("case", "odd", "/claims/" + claim),
                new Scene("withdrawal", "odd", "/claims/" + claim + "/withdrawal"),
                new Scene("agencies", "odd", "/agencies"),
                new Scene("report", "odd", "/creditors/nordlys/report"));
    }

    /** @param invoice number of one that waits to be handed over */
    static List<Scene> ofLists(String invoice) {
        return List.of(
                new Scene("drafts", "odd", "/drafts?creditorId=nordlys&size=5"),
                new Scene("drafts-look", "odd", "/drafts/look?creditorId=nordlys&invoices=" + invoice),
                new Scene("collection-list", "odd", "/collection-list?state=ALL"),
                new Scene("disputes", "odd", "/disputes"),
                new Scene("exclusions", "odd", "/exclusions"));
    }

    /** @param plan id of a plan of routes */
    static List<Scene> ofRoutes(String plan) {
        return List.of(new Scene("routes", "odd", "/routes"), new Scene("route-plan", "odd", "/routes/plans/" + plan));
    }

    static Map<String, List<Scene>> byPerson(List<Scene> scenes) {
        return scenes.stream().collect(Collectors.groupingBy(scene -> scene.who() == null ? "" : scene.who()));
    }
}
