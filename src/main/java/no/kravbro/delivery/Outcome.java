package no.kravbro.delivery;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;

/**
 * What became of one write at the far side. Exactly four answers exist; the wire answer is classified into one of them
 * once, at the edge, and nothing behind the edge looks at statuses or exceptions again.
 */
public sealed interface Outcome {

    /** Why, as a code of the cause catalogue; empty for {@link Accepted}. */
    String cause();

    /** Their words or ours, for people; null when nothing was said, and for {@link Accepted}. */
    String detail();

    /**
     * The far side has confirmed it.
     *
     * @param references what they call it, by name (for example {@code case}, {@code invoice}, {@code voucher})
     */
    record Accepted(Map<String, String> references) implements Outcome {
        public Accepted {
            references = Map.copyOf(references);
        }

        @Override
        public String cause() {
            return "";
        }

        @Override
        public String detail() {
            return null;
        }
    }

    /**
     * They, or our own validation, said no; nothing was registered. Never sent again as it is.
     *
     * @param detail their words or ours, for people; never personal data
     */
    record Rejected(String cause, String detail) implements Outcome {
        public Rejected {
            Objects.requireNonNull(cause);
        }
    }

    /**
     * It is certain that nothing was processed.
     *
     * @param pause how long they asked us to wait, or null for the usual growing pauses
     * @param needsPerson true when sending again makes no sense before a person has acted (403, security fault)
     */
    record NotSent(String cause, String detail, Duration pause, boolean needsPerson) implements Outcome {
        public NotSent {
            Objects.requireNonNull(cause);
        }

        /** Cause of an inquiry that was answered and found nothing. */
        public static final String ABSENT = "ABSENT";

        /** Cause of what was refused only because it travelled with others. */
        public static final String REFUSED_TOGETHER = "REFUSED_TOGETHER";

        public NotSent(String cause, String detail) {
            this(cause, detail, null, false);
        }

        /**
         * The request was refused as a whole and nothing in it was processed; it does not tell which of its members is to
         * blame. Each goes again alone, in a transmission of its own, so that only that one is refused for good.
         */
        public static NotSent refusedTogether(String detail) {
            return new NotSent(REFUSED_TOGETHER, detail);
        }

        /** True when it may go again, but alone. */
        public boolean isRefusedTogether() {
            return REFUSED_TOGETHER.equals(cause);
        }

        /**
         * The answer of an inquiry that found nothing by our own ids. Any other NotSent of an inquiry only says that the
         * question was not asked; enough absences in a row prove that the delivery was not sent.
         */
        public static NotSent absent() {
            return new NotSent(ABSENT, null);
        }

        /** True when an inquiry was answered and found nothing. */
        public boolean isAbsence() {
            return ABSENT.equals(cause);
        }
    }

    /**
     * Anything else: it may have landed. Asked about by our own ids before anything is sent again.
     *
     * @param receipt what they gave us to ask by when they took it for processing (HANDED_OVER), or null
     */
    record Unknown(String cause, String detail, String receipt) implements Outcome {
        public Unknown {
            Objects.requireNonNull(cause);
        }

        public Unknown(String cause, String detail) {
            this(cause, detail, null);
        }

        /** True when they have taken it for processing and owe an answer. */
        public boolean handedOver() {
            return receipt != null;
        }
    }
}
