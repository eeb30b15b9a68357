package no.kravbro.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealerTest {

    private static final Place PLACE = SealedColumn.INBOX.place("nordlys", "kk2.payment", "17");
    private static final String PERSON = "{\"debtor\":\"Kari Å, 01019012345\"}";

    private final Turning ring = new Turning();
    private final Sealer sealer = new Sealer(ring);

    /** As another node would see it: what it holds, and what it would read. */
    private static final class Turning implements KeyRing {

        private Keys known = Keys.fresh();
        private Keys stored = known;

        @Override
        public Keys keys() {
            return known;
        }

        @Override
        public Keys reread() {
            known = stored;
            return known;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", PERSON, "sealed:", "sealed:00000001:AAAA"})
    void whatIsSealedIsReadAgainAndNotToBeSeen(String text) {
        String stored = sealer.seal(PLACE, text);
        assertThat(stored).matches("sealed:[0-9a-f]{8}:[A-Za-z0-9+/=]+").doesNotContain("0101", "Kari");
        assertThat(sealer.open(PLACE, stored)).isEqualTo(text);
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        byte[] sealed = sealer.seal(PLACE, bytes);
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("01019012345", "Kari");
        assertThat(sealer.open(PLACE, sealed)).isEqualTo(bytes);
    }

    @Test
    void theSameIsNeverSealedTheSame() {
        assertThat(sealer.seal(PLACE, PERSON)).isNotEqualTo(sealer.seal(PLACE, PERSON));
    }

    @Test
    void nothingStaysNothing() {
        assertThat(sealer.seal(PLACE, (String) null)).isNull();
        assertThat(sealer.seal(PLACE, (byte[]) null)).isNull();
        assertThat(sealer.open(PLACE, (String) null)).isNull();
        assertThat(sealer.open(PLACE, (byte[]) null)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", PERSON, "sealed:it is", "sealed:0000000g:", "UNB+UNOC:3+longer than a mark"})
    void whatWasStoredBeforeThereWasAKeyIsReadAsItStands(String text) {
        assertThat(sealer.open(PLACE, text)).isEqualTo(text);
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        assertThat(sealer.open(PLACE, bytes)).isEqualTo(bytes);
    }

    @Test
    void whatIsCopiedToAnotherPlaceIsRefused() {
        String stored = sealer.seal(PLACE, PERSON);
        refused(SealedColumn.INBOX.place("bergvik", "kk2.payment", "17"), stored);
        refused(SealedColumn.INBOX.place(null, "kk2.payment", "17"), stored);
        refused(SealedColumn.INBOX.place("nordlys", "kk2.payment", "18"), stored);
        refused(SealedColumn.ATTACHMENT.place("nordlys", "kk2.payment", "17"), stored);
    }

    @Test
    void whatWasChangedIsRefused() {
        byte[] stored = sealer.seal(PLACE, PERSON.getBytes(StandardCharsets.UTF_8));
        for (int at = Mark.LENGTH; at < stored.length; at++) {
            byte[] changed = stored.clone();
            changed[at] ^= 1;
            assertThatThrownBy(() -> sealer.open(PLACE, changed)).isInstanceOf(CannotOpen.class);
        }
    }

    @Test
    void anotherDatabasesKeyIsRefusedInWords() {
        String foreign = new Sealer(new Turning()).seal(PLACE, PERSON);
        assertThatThrownBy(() -> sealer.open(PLACE, foreign))
                .isInstanceOf(CannotOpen.class)
                .hasMessageContaining("inbox.payload of a row cannot be read: its key ")
                .hasMessageContaining("is not among those of this database");
    }

    @Test
    void aKeyThatAnotherNodeMadeIsReadFromTheDatabase() {
        String old = sealer.seal(PLACE, PERSON);
        Turning node = new Turning();
        node.known = ring.known.withNewPrimary();
        String fresh = new Sealer(node).seal(PLACE, PERSON);
        assertThat(fresh.substring(0, Mark.LENGTH)).isNotEqualTo(old.substring(0, Mark.LENGTH));
        ring.stored = node.known;
        assertThat(sealer.open(PLACE, fresh)).isEqualTo(PERSON);
        assertThat(sealer.open(PLACE, old)).isEqualTo(PERSON);
        ring.stored = node.known.withoutOld();
        ring.reread();
        assertThat(sealer.open(PLACE, fresh)).isEqualTo(PERSON);
        refused(PLACE, old);
    }

    @Test
    void aRowIsFoundByAllThatMakesItOneOfItsKind() {
        assertThatThrownBy(() -> SealedColumn.DELIVERY.place("nordlys", "SUBMIT_CLAIM", "1"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private void refused(Place place, String stored) {
        assertThatThrownBy(() -> sealer.open(place, stored))
                .isInstanceOf(CannotOpen.class)
                .hasMessageNotContaining("Kari");
    }
}
