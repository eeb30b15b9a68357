package no.kravbro.sandbox.tripletex;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import no.kravbro.sandbox.Reply;

/** {@code /ledger/posting} and close groups. */
final class PostingApi {

    private static final List<String> PARTIES = List.of("account", "customer", "supplier", "employee");

    private final Receivables receivables;

    PostingApi(Receivables receivables) {
        this.receivables = receivables;
    }

    void register(Router router) {
        router.get("/ledger/posting", this::search)
                .get("/ledger/posting/openPost", this::open)
                .get("/ledger/posting/{id}", request -> request.read(request.object("Posting")))
                .put("/ledger/posting/:closePostings", this::close)
                .get("/ledger/closeGroup", this::groups)
                .get("/ledger/closeGroup/{id}", request -> request.read(request.object("CloseGroup")));
    }

    private Reply search(Request request) {
        Period dates = request.period("dateFrom", "dateTo", true);
        boolean open = request.flag("openPostings", false);
        String type = request.param("type");
        return Listing.summed(
                request,
                "Posting",
                posted(request)
                        .filter(row -> dates.contains(row.day("date")))
                        .filter(row -> !open || row.get("closeGroup") == null)
                        .filter(row -> type == null || type.equals(row.text("type"))));
    }

    private Reply open(Request request) {
        request.neededDay("date");
        Period before = new Period(null, request.day("date"));
        return Listing.plain(
                request,
                "Posting",
                posted(request)
                        .filter(row -> before.contains(row.day("date")))
                        .filter(row -> row.get("closeGroup") == null)
                        .filter(row -> request.books()
                                .get("Account", row.number("account"))
                                .flag("isCloseable")));
    }

    private static Stream<Row> posted(Request request) {
        Map<String, Long> wanted = new TreeMap<>();
        PARTIES.forEach(party -> {
            if (request.number(party + "Id") != null) {
                wanted.put(party, request.number(party + "Id"));
            }
        });
        Long from = request.number("accountNumberFrom");
        Long to = request.number("accountNumberTo");
        return request.books().stream("Posting")
                .filter(row -> row.flag("_posted"))
                .filter(row -> wanted.entrySet().stream().allMatch(each -> row.refers(each.getKey(), each.getValue())))
                .filter(row -> from == null || account(request, row) >= from)
                .filter(row -> to == null || account(request, row) < to);
    }

    private static long account(Request request, Row posting) {
        return request.books().get("Account", posting.number("account")).number("number");
    }

    /** Answers 200 either way: an empty list when closed, else why not. */
    private Reply close(Request request) {
        List<Long> ids = Body.ids(request.call().body()).stream().distinct().toList();
        ArrayNode messages = JsonNodeFactory.instance.arrayNode();
        Books books = request.books();
        ids.forEach(id -> {
            Row posting = books.get("Posting", id);
            if (posting == null || !posting.flag("_posted")) {
                message(messages, id, "Posting not found");
            } else if (posting.get("closeGroup") != null) {
                message(messages, id, "Posting is already closed");
            } else if (!books.get("Account", posting.number("account")).flag("isCloseable")) {
                message(messages, id, "The account of the posting cannot be closed");
            }
        });
        if (messages.isEmpty()) {
            together(messages, ids.stream().map(id -> books.get("Posting", id)).toList());
        }
        if (messages.isEmpty()) {
            receivables.close(
                    books, ids.stream().map(id -> books.get("Posting", id)).toList());
        }
        return Answers.json(200, Listing.envelope(0, messages, false, null));
    }

    private static void together(ArrayNode messages, List<Row> postings) {
        boolean oneOwner = PARTIES.stream()
                .allMatch(party -> postings.stream()
                                .map(row -> row.number(party))
                                .distinct()
                                .count()
                        <= 1);
        for (Row posting : postings) {
            if (!oneOwner) {
                message(messages, posting.id(), "Postings belong to different accounts or customers");
            } else if (postings.size() < 2 || Receivables.sum(postings, "amount") != 0) {
                message(messages, posting.id(), "The sum of the postings is not 0");
            }
        }
    }

    private static void message(ArrayNode messages, long posting, String text) {
        messages.addObject().put("postingId", posting).put("message", text);
    }

    private Reply groups(Request request) {
        Period dates = request.period("dateFrom", "dateTo", true);
        return Listing.plain(
                request,
                "CloseGroup",
                request.books().stream("CloseGroup").filter(row -> dates.contains(row.day("date"))));
    }
}
