package no.kravbro.deadletter;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The condition of one question about letters: only what was asked for stands in it, so that an index can answer. */
final class Where {

    /** How words are looked for: by the index of terms and claims, or anywhere in the text, which goes through all letters. */
    enum Search {
        WORDS,
        ANYWHERE
    }

    private static final String FOUND =
            """
            id in (select t.dead_letter_id from letter_term t where t.term = :%1$s
              union select l.id from dead_letter l where l.claim_key = :%1$sRaw
              union select l.id from claim c join dead_letter l on l.claim_key = c.claim_key where c.invoice_number = :%1$sRaw
              union select l.id from claim c join dead_letter l on l.claim_key = c.claim_key where c.case_number = :%1$sRaw
              union select l.id from claim c join dead_letter l on l.claim_key = c.claim_key where c.agency_case = :%1$sRaw
              union select l.id from claim c join dead_letter l on l.claim_key = c.claim_key where c.agency_invoice = :%1$sRaw)""";

    private static final int MOST_WORDS = 8;

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> values = new HashMap<>();

    static Where of(LetterFilter filter, Search search) {
        Where where = new Where()
                .and("state = :state", "state", name(filter.state()))
                .and("creditor_id = :creditor", "creditor", filter.creditorId())
                .and("cause = :cause", "cause", name(filter.cause()))
                .and("owner = :owner", "owner", name(filter.owner()))
                .and("claim_key = :claim", "claim", filter.claimKey())
                .and("fingerprint = :fingerprint", "fingerprint", filter.fingerprint())
                .and("agency = :agency", "agency", filter.agency())
                .and("assignee = :assignee", "assignee", filter.assignee());
        if (filter.creditors() != null && filter.creditors().isEmpty()) {
            where.conditions.add("1 = 0");
        } else {
            where.and("creditor_id in (:creditors)", "creditors", filter.creditors());
        }
        if (filter.text() != null) {
            where.words(filter.text().strip(), search);
        }
        return where;
    }

    Where and(String condition, String name, Object value) {
        if (value != null) {
            conditions.add(condition);
            values.put(name, value);
        }
        return this;
    }

    /** Begins with {@code where}; empty when nothing limits. */
    String text() {
        return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    }

    Map<String, Object> values() {
        return values;
    }

    private void words(String text, Search search) {
        if (search == Search.ANYWHERE) {
            String like = text.toLowerCase(Locale.ROOT)
                    .replace("\\", "\\\\")
                    .replace("%", "\\%")
                    .replace("_", "\\_");
            and("(lower(subject) like :like or lower(detail) like :like)", "like", "%" + like + "%");
            return;
        }
        String[] words = text.split("\\s+", MOST_WORDS + 1);
        for (int i = 0; i < Math.min(words.length, MOST_WORDS); i++) {
            String name = "word" + i;
            conditions.add(FOUND.formatted(name));
            values.put(name, Terms.term(words[i]));
            values.put(name + "Raw", words[i]);
        }
    }

    private static String name(Enum<?> value) {
        return value == null ? null : value.name();
    }
}
