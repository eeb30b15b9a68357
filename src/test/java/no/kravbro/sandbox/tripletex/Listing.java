package no.kravbro.sandbox.tripletex;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import no.kravbro.sandbox.Reply;

/** Lists: cap, sorting, paging without a total, checksum. */
final class Listing {

    private static final int CAP = 10_000;
    private static final long PAGE = 1_000;

    private Listing() {}

    /** A list whose checksum can be asked for. */
    static Reply summed(Request request, String type, Stream<Row> found) {
        Reply reply = of(request, type, found, "'If-None-Match' header not specified");
        String known = request.call().headers().get("If-None-Match");
        if (known == null) {
            return reply;
        }
        CRC32 sum = new CRC32();
        sum.update(reply.body());
        String digest = Long.toHexString(sum.getValue());
        return known.equals(digest)
                ? Reply.empty(304)
                : Reply.json(200, reply.text().replace("'If-None-Match' header not specified", digest));
    }

    static Reply plain(Request request, String type, Stream<Row> found) {
        return of(request, type, found, "Checksum not yet supported for this endpoint");
    }

    private static Reply of(Request request, String type, Stream<Row> found, String digest) {
        Fields fields = request.fields(type);
        long from = start(request);
        long count = request.number("count", PAGE);
        List<Row> all = order(request, type, found).limit(CAP + 1L).toList();
        if (all.size() > CAP) {
            throw new Refusal(422, 23000, "Result set too large. Use filters to narrow it to at most " + CAP);
        }
        View view = new View(request.books());
        ArrayNode values = JsonNodeFactory.instance.arrayNode();
        all.stream().skip(from).limit(count).forEach(row -> values.add(view.object(row, fields)));
        boolean more = all.size() > from + values.size();
        return Answers.json(200, envelope(from, values, more, digest));
    }

    static ObjectNode envelope(long from, ArrayNode values, boolean more, String digest) {
        ObjectNode list = JsonNodeFactory.instance.objectNode();
        list.put("fullResultSize", from + values.size() + (more ? 1 : 0));
        list.put("from", from);
        list.put("count", values.size());
        list.put("versionDigest", digest);
        list.set("values", values);
        return list;
    }

    private static long start(Request request) {
        long from = request.number("from", 0);
        if (from < 0 || request.number("count", PAGE) < 0) {
            throw Refusal.value(from < 0 ? "from" : "count", "Må være større enn eller lik 0.");
        }
        return from;
    }

    private static Stream<Row> order(Request request, String type, Stream<Row> found) {
        String sorting = request.param("sorting");
        if (sorting == null) {
            return found;
        }
        Comparator<Row> order = Comparator.comparing(row -> 0);
        for (String part : sorting.split(",")) {
            String path = part.trim().replaceFirst("^[-+]", "");
            known(type, path);
            Comparator<Row> next =
                    Comparator.comparing(row -> Key.of(request.books(), row, path), Comparator.naturalOrder());
            order = order.thenComparing(part.trim().startsWith("-") ? next.reversed() : next);
        }
        return found.sorted(order);
    }

    private static void known(String type, String path) {
        String at = type;
        for (String name : path.split("\\.")) {
            if (at == null || !Types.has(at, name)) {
                throw new Refusal(422, 17000, "Illegal sorting").because("sorting", path);
            }
            at = Types.target(Types.fields(at).get(name));
        }
    }

    /** A value to sort by: what is absent first, then numbers, then text. */
    private record Key(long number, String text) implements Comparable<Key> {

        private static Key of(Books books, Row row, String path) {
            int dot = path.indexOf('.');
            if (dot < 0) {
                Object value = row.get(path);
                return value instanceof Number number
                        ? new Key(number.longValue(), "")
                        : new Key(Long.MIN_VALUE, value == null ? "" : value.toString());
            }
            String type = Types.target(Types.fields(row.type()).get(path.substring(0, dot)));
            Row below = books.get(type, row.number(path.substring(0, dot)));
            return below == null ? new Key(Long.MIN_VALUE, "") : of(books, below, path.substring(dot + 1));
        }

        @Override
        public int compareTo(Key other) {
            int first = Long.compare(number, other.number);
            return first != 0 ? first : text.compareTo(other.text);
        }
    }
}
