package no.kravbro.sandbox.ecpay;

import java.util.List;

/** The kinds of files and of records in them, with their number of columns and the column of the control sum. */
enum Kind {
    SAK(27, 8, false),
    INB(10, 7, false),
    KRE(9, 7, false),
    KVI(13, 7, true),
    STA(19, 15, true),
    BOK(18, 14, true),
    AVR(16, 15, true);

    private final int columns;
    private final int sum;
    private final boolean fromAgency;

    Kind(int columns, int sum, boolean fromAgency) {
        this.columns = columns;
        this.sum = sum;
        this.fromAgency = fromAgency;
    }

    static Kind of(String text) {
        for (Kind kind : values()) {
            if (kind.name().equals(text)) {
                return kind;
            }
        }
        throw new FileFault("HDR", "Ukjent post " + text);
    }

    int columns() {
        return columns;
    }

    boolean fromAgency() {
        return fromAgency;
    }

    /** The column that the control sum adds up; of a settlement only the last row has one. */
    String sum(List<String> cells) {
        String text = cells.get(sum);
        return this == AVR && text.isEmpty() ? "0,00" : text;
    }

    /** Credit notes travel with direct payments. */
    boolean holds(Kind record) {
        return record == this || this == INB && record == KRE;
    }
}
