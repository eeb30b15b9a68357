package no.kravbro.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import no.kravbro.flows.World;

/**
 * Answers a reading of a far side. A bad row goes to the dead letters as it came while the right one behind it goes through;
 * an answer that cannot be read at all is asked for again, and the right one that comes then goes through.
 */
final class ReadingFeeder implements Feeder {

    private static final int OK = 200;

    private final World world;
    private final Stand stand;
    private final Map<String, Feed> feeds;
    private final Map<String, Fill> known;

    /** @param known what stands for the words in inputs, by creditor */
    ReadingFeeder(Ground ground, Door door, Map<String, Fill> known) {
        this.world = ground.world;
        this.stand = ground.stand(door);
        this.feeds = Feed.of(door);
        this.known = known;
    }

    @Override
    public String feed(Case input) {
        Side side = input.side();
        Feed feed = feeds.get(side.feed());
        Fill fill = known.get(feed.creditor()).copy().with("case", input.name()).with("number", number(input));
        String good = fill.in(feed.good());
        byte[] bytes = input.input(fill);
        byte[] answer = side.row() ? page(feed, fill, text(bytes) + feed.join() + latin(good)) : bytes;
        long before = Letter.last(world);
        String result = run(
                feed,
                side.status() == null ? OK : side.status(),
                side.type() == null ? feed.type() : side.type(),
                answer);
        List<Letter> letters = Letter.since(world, before);
        if (side.outcome() == Outcome.AGAIN) {
            assertThat(result).as("result of the reading").isNotEqualTo("OK");
            assertThat(letters).as("dead letters").isEmpty();
            assertThat(run(feed, OK, feed.type(), page(feed, fill, latin(good))))
                    .as("result of reading it again")
                    .isEqualTo("OK");
        } else {
            assertThat(result).as("result of the reading").isEqualTo("OK");
            letters(side, letters, text(bytes));
        }
        assertThat(world.count(fill.in(feed.through())))
                .as("the right row behind it")
                .isEqualTo(1);
        StringBuilder said = new StringBuilder(result);
        letters.forEach(letter -> said.append('\n').append(letter.told()));
        return said.toString();
    }

    private static void letters(Side side, List<Letter> letters, String row) {
        if (side.outcome() == Outcome.TAKEN) {
            assertThat(letters).as("dead letters").isEmpty();
            return;
        }
        assertThat(letters).as("dead letters").singleElement().satisfies(letter -> {
            assertThat(letter.cause()).as(letter.told()).isEqualTo(side.cause());
            if (side.row()) {
                Same.content(
                        letter.kept(), new String(row.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8));
            }
        });
    }

    /** Runs the reading now, whoever takes it, and tells how it ended. */
    private String run(Feed feed, int status, String type, byte[] answer) {
        stand.clear();
        stand.answer(new Stand.Answer(feed.method(), feed.at(), status, type, answer));
        String result = new Reading(world, feed).run();
        assertThat(stand.given()).as("the answer was asked for").isTrue();
        return result;
    }

    private static byte[] page(Feed feed, Fill fill, String rows) {
        String[] around = latin(fill.with("rows", "%%rows%%").in(feed.page())).split("%%rows%%", -1);
        return (around[0] + rows + around[1]).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String latin(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static int number(Case input) {
        return 900_000 + Math.floorMod(input.name().hashCode(), 99_999);
    }
}
