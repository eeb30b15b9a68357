package no.kravbro.claim.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Whatever happens with an invoice, in whatever order it is read. */
class ComparisonPropertiesTest {

    private static final long ORE = 1_000_000;
    private static final Evidence PAID = new Evidence(Nature.PAYMENT, null, null);

    /** Lives through what the numbers say; reads whenever a number is even. */
    private static List<Change> live(InvoiceStory story, List<Integer> life, boolean often) {
        List<Change> heard = new ArrayList<>();
        long id = 2;
        for (int number : life) {
            long ore = -1_000L * (number % 7 + 1);
            switch (number % 6) {
                case 0, 1 -> story.posts(id, ore, PAID);
                case 2 -> {
                    story.posts(id, ore, Evidence.OURS);
                    story.booked(-ore);
                }
                case 3 -> story.posts(id, ore, new Evidence(Nature.WRITE_OFF, null, null));
                case 4 -> story.posts(id, ore, Evidence.credited("1"));
                default -> reverse(story, id);
            }
            id++;
            if (often && number % 2 == 0) {
                heard.addAll(story.read());
            }
        }
        heard.addAll(story.read());
        return heard;
    }

    /** The oldest payment that is not reversed yet, if there is one. */
    private static void reverse(InvoiceStory story, long id) {
        story.postings().values().stream()
                .filter(each -> each.amountOre() < 0
                        && story.postings().values().stream()
                                .noneMatch(other -> other.amountOre() == -each.amountOre() && other.id() != 1))
                .filter(each ->
                        story.known(each.id()) != null && story.known(each.id()).fate() == Fate.PAYMENT)
                .findFirst()
                .ifPresent(each ->
                        story.posts(id, -each.amountOre(), new Evidence(Nature.PAYMENT, each.voucherId(), null)));
    }

    @Property
    void nothing_is_lost_between_what_is_told_and_what_is_left(
            @ForAll @Size(max = 12) List<@IntRange(max = 1000) Integer> life) {
        InvoiceStory story = new InvoiceStory(ORE);
        live(story, life, true);
        long ours = sum(story, Fate.OURS);
        long writtenOff = sum(story, Fate.WRITTEN_OFF);
        long surplus = -sum(story, Fate.CREDIT) - toldAs(story, Fate.CREDIT);
        assertThat(story.told() + surplus - ours - writtenOff + story.outstanding())
                .isEqualTo(ORE);
        assertThat(story.told()).isLessThanOrEqualTo(ORE + toldAs(story, Fate.PAYMENT));
    }

    private static long sum(InvoiceStory story, Fate fate) {
        return story.memory().values().stream()
                .filter(each -> each.fate() == fate)
                .mapToLong(KnownPosting::amountOre)
                .sum();
    }

    private static long toldAs(InvoiceStory story, Fate fate) {
        return story.memory().values().stream()
                .filter(each -> each.fate() == fate)
                .mapToLong(KnownPosting::toldOre)
                .sum();
    }

    @Property
    void our_own_bookings_and_write_offs_are_never_told(
            @ForAll @Size(max = 12) List<@IntRange(max = 1000) Integer> life) {
        InvoiceStory story = new InvoiceStory(ORE);
        List<Change> heard = live(story, life, true);
        assertThat(heard.stream().filter(change -> tells(change)))
                .allSatisfy(change ->
                        assertThat(story.known(change.postingId()).fate()).isIn(Fate.PAYMENT, Fate.CREDIT));
    }

    private static boolean tells(Change change) {
        return change instanceof Change.DirectPayment
                || change instanceof Change.CreditNote
                || change instanceof Change.TakenBack;
    }

    @Property
    void read_twice_nothing_is_new(@ForAll @Size(max = 12) List<@IntRange(max = 1000) Integer> life) {
        InvoiceStory story = new InvoiceStory(ORE);
        live(story, life, true);
        assertThat(story.read()).isEmpty();
    }

    @Property
    void the_order_of_the_postings_does_not_matter(
            @ForAll @Size(max = 12) List<@IntRange(max = 1000) Integer> life, @ForAll long seed) {
        InvoiceStory sorted = new InvoiceStory(ORE);
        InvoiceStory shuffled = new InvoiceStory(ORE).shuffled(new Random(seed));
        assertThat(live(shuffled, life, true)).isEqualTo(live(sorted, life, true));
        assertThat(shuffled.memory()).isEqualTo(sorted.memory());
    }

    /** However often it was looked at meanwhile, the agency ends up believing the same. */
    @Property
    void it_does_not_matter_how_often_one_looks(@ForAll @Size(max = 12) List<@IntRange(max = 4) Integer> life) {
        InvoiceStory often = new InvoiceStory(ORE);
        InvoiceStory once = new InvoiceStory(ORE);
        live(often, life, true);
        live(once, life, false);
        assertThat(once.told()).isEqualTo(often.told());
    }
}
