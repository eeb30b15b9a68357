package no.kravbro.sandbox.ecpay;

import java.util.List;
import java.util.regex.Pattern;

/** What a new claim must hold; the first field that is wrong. */
final class ClaimRules {

    private static final int TEXT = 100;
    private static final int REMARK = 500;

    /** A column that every claim must fill, and how. */
    private record Rule(int column, String name, Pattern form) {

        Rule(int column, String name, String form) {
            this(column, name, Pattern.compile(form));
        }
    }

    private static final String DAY = "[0-3][0-9]\\.[01][0-9]\\.[0-9]{4}";
    private static final String AMOUNT = "[0-9]+,[0-9]{2}";

    private static final List<Rule> RULES = List.of(
            new Rule(1, "REFERANSE", "[A-Za-z0-9._:-]{1,36}"),
            new Rule(3, "FAKTURAID", "[0-9]+"),
            new Rule(4, "FAKTURANR", ".+"),
            new Rule(5, "FAKTURADATO", DAY),
            new Rule(6, "FORFALLSDATO", DAY),
            new Rule(7, "OPPRINNELIGBELOP", AMOUNT),
            new Rule(8, "RESTHOVEDSTOL", AMOUNT),
            new Rule(9, "VALUTA", "NOK"),
            new Rule(12, "MVAREGISTRERT", "[JN]"),
            new Rule(13, "SKYLDNERTYPE", "[PF]"),
            new Rule(14, "KUNDENR", ".+"),
            new Rule(15, "NAVN", ".+"),
            new Rule(21, "LAND", "[A-Z]{2}"),
            new Rule(24, "BESTRIDT", "[JN]"));

    private ClaimRules() {}

    static String broken(Client client, List<String> record) {
        for (Rule rule : RULES) {
            if (!rule.form().matcher(record.get(rule.column())).matches()) {
                return rule.name();
            }
        }
        if (!record.get(11).equals(client.account())) {
            return "KREDITORKONTO";
        }
        if (record.get(13).equals("F") != record.get(16).matches("[0-9]{9}")) {
            return "IDENT";
        }
        if (record.subList(0, 26).stream().anyMatch(text -> text.length() > TEXT)
                || record.get(26).length() > REMARK) {
            return "TEKST";
        }
        return null;
    }
}
