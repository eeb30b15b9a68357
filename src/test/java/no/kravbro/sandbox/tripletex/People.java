package no.kravbro.sandbox.tripletex;

/** Invented people and companies, the same ones every time. */
final class People {

    private static final String[] FIRST = {
        "Anne",
        "Bjørn",
        "Cecilie",
        "Dag",
        "Eli",
        "Frode",
        "Grete",
        "Håkon",
        "Ingrid",
        "Jan",
        "Kåre",
        "Line",
        "Magnus",
        "Nina",
        "Odd",
        "Pernille",
        "Rune",
        "Siri",
        "Tor",
        "Unni",
        "Vegard",
        "Wenche",
        "Ylva",
        "Øystein",
        "Åshild"
    };
    private static final String[] LAST = {"Prøve", "Eksempel", "Test", "Sandkasse", "Liksom"};
    private static final String[] TRADE = {"Bygg", "Rør", "Kafé", "Transport", "Maskin", "Regnskap", "Hage"};
    private static final String[] PLACE = {"Nord", "Fjell", "Fjord", "Skog", "Elv", "Vidde", "Bre", "Holme"};

    private People() {}

    static NewCustomer person(long number) {
        int i = (int) (number % 1000);
        return NewCustomer.person(number, FIRST[i % FIRST.length] + " " + LAST[i / FIRST.length % LAST.length]);
    }

    static NewCustomer business(long number) {
        int i = (int) (number % 1000);
        String name = PLACE[i % PLACE.length] + " " + TRADE[i % TRADE.length] + " Test AS";
        return NewCustomer.business(number, name, organizationNumber(31_100_000 + i * 37));
    }

    /** A number with a valid check digit, in the range of synthetic ones; the next one when the digit would be 10. */
    static String organizationNumber(int firstEight) {
        int[] weights = {3, 2, 7, 6, 5, 4, 3, 2};
        String digits = Integer.toString(firstEight);
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * (digits.charAt(i) - '0');
        }
        int check = (11 - sum % 11) % 11;
        return check == 10 ? organizationNumber(firstEight + 1) : digits + check;
    }
}
