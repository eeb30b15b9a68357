package no.kravbro.deadletter;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The condition of one question about letters: only what was asked for stands in it, so that an index can answer. */
final class Where {

    private static final String COMMON =
            "(exists (select 1 from letter_term t where t.term = :%1$s and t.dead_letter_id = dead_letter.id)"
                    + " or id in (:%1$sFew))";

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> values = new HashMap<>();

    /** All that is asked for but the words. */
    static Where of(LetterFilter filter) {
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
        return where;
    }

    /** Letters that have a word, where they are few enough to be named. */
    Where oneOf(Collection<Long> ids) {
        return and("id in (:found)", "found", ids.isEmpty() ? List.of(-1L) : ids);
    }

    /** Letters that have a word that many have. @param few more of them, found another way */
    Where having(String term, Collection<Long> few) {
        String name = "word" + values.size();
        conditions.add(COMMON.formatted(name));
        values.put(name, term);
        values.put(name + "Few", few.isEmpty() ? List.of(-1L) : few);
        return this;
    }

    /** The text stands anywhere; goes through all letters. */
    Where anywhere(String text) {
        String like = text.toLowerCase(Locale.ROOT)
                .replace("\\", "\\\\")
                .replace("%", "\\%")
                .replace("_", "\\_");
        return and("(lower(subject) like :like or lower(detail) like :like)", "like", "%" + like + "%");
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

    private static String name(Enum<?> value) {
        return value == null ? null : value.name();
    }
}
