package no.kravbro.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import no.kravbro.delivery.FileNumbers;
import no.kravbro.flows.World;
import no.kravbro.sandbox.ecpay.EcpayNeighbour;
import no.kravbro.sandbox.ecpay.EcpaySandbox;

/**
 * Puts files where they are read. A file that cannot be read as a whole is archived as it came and kept with its dead letter;
 * the right one under the next number goes through.
 */
final class FileFeeder implements Feeder {

    private static final String SKIPS_ONE = "SKIPS_ONE";
    private static final String AGAIN = "AGAIN";
    private static final String OUT = "ut";
    private static final String ARCHIVE = "arkiv";

    private final World world;
    private final EcpaySandbox files;
    private final Map<String, Feed> feeds = Feed.of(Door.ECPAY);
    private final Map<String, Fill> known;
    private int cases;

    FileFeeder(Ground ground, Map<String, Fill> known) {
        this.world = ground.world;
        this.files = world.town().neighbour(EcpayNeighbour.class).sandbox();
        this.known = known;
    }

    @Override
    public String feed(Case input) {
        Side side = input.side();
        Feed feed = feeds.get(side.feed());
        String kind = side.feed();
        long next = last(feed, kind) + 1;
        long number = next + (SKIPS_ONE.equals(side.file()) ? 1 : AGAIN.equals(side.file()) ? -1 : 0);
        Fill fill = fill(feed, input, number);
        String name = fill.in(named(side) ? side.file() : feed.at());
        byte[] bytes = input.input(fill);
        if (files.files(feed.creditor(), ARCHIVE).contains(name)) {
            files.remove(feed.creditor(), ARCHIVE, name);
        }
        files.place(feed.creditor(), OUT, name, bytes);
        boolean waits = SKIPS_ONE.equals(side.file());
        boolean counts = !waits && number == next && isRead(feed, input, name);
        Fill good = fill(feed, input, counts ? next + 1 : next);
        if (!waits) {
            place(feed, good);
        }
        long before = Letter.last(world);
        String result = new Reading(world, feed).run();
        assertThat(result).as("result of the reading").isEqualTo("OK");
        List<Letter> letters = Letter.since(world, before);
        kept(input, feed, name, bytes, letters);
        if (waits) {
            place(feed, good);
            assertThat(new Reading(world, feed).run()).isEqualTo("OK");
            assertThat(last(feed, kind)).as("files counted").isEqualTo(number);
        } else {
            assertThat(world.count(good.in(feed.through())))
                    .as("the right file behind it")
                    .isEqualTo(1);
        }
        StringBuilder said = new StringBuilder(result);
        letters.forEach(letter -> said.append('\n').append(letter.told()));
        return said.toString();
    }

    /** The case gives its file a name of its own, not only a number that is out of turn. */
    private static boolean named(Side side) {
        return side.file() != null
                && !side.file().equals(SKIPS_ONE)
                && !side.file().equals(AGAIN);
    }

    private static void kept(Case input, String content, List<Letter> letters) {
        if (input.side().outcome() == Outcome.TAKEN) {
            assertThat(letters).as("dead letters").isEmpty();
            return;
        }
        assertThat(letters).as("dead letters").singleElement().satisfies(letter -> {
            assertThat(letter.cause()).as(letter.told()).isEqualTo(input.side().cause());
            if (letter.cause().equals("FILE_FAULT")) {
                assertThat(letter.kept()).isEqualTo(content.replace("\0", ""));
            }
        });
    }

    private void kept(Case input, Feed feed, String name, byte[] bytes, List<Letter> letters) {
        kept(input, new String(bytes, StandardCharsets.ISO_8859_1), letters);
        boolean read = isRead(feed, input, name);
        boolean waits = SKIPS_ONE.equals(input.side().file());
        assertThat(files.bytes(feed.creditor(), waits || !read ? OUT : ARCHIVE, name))
                .isEqualTo(bytes);
        if (!read) {
            files.remove(feed.creditor(), OUT, name);
        }
    }

    /** Whether a file of this name is one of those that are read. */
    private boolean isRead(Feed feed, Case input, String name) {
        return name.startsWith(
                        fill(feed, input, 0).in("EC_%%orgnr%%_" + input.side().feed()))
                && name.endsWith("_20260105230000.csv");
    }

    private void place(Feed feed, Fill fill) {
        files.place(
                feed.creditor(), OUT, fill.in(feed.at()), fill.in(feed.good()).getBytes(StandardCharsets.ISO_8859_1));
    }

    private Fill fill(Feed feed, Case input, long number) {
        return known.get(feed.creditor())
                .copy()
                .with("case", input.name())
                .with("number", number)
                .with("digits", "%06d".formatted(number))
                .with("amount", 1_000 + cases++);
    }

    private long last(Feed feed, String kind) {
        return world.bean(FileNumbers.class).last(feed.creditor(), "ecpay", kind);
    }
}
