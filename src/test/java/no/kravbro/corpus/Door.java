package no.kravbro.corpus;

import java.util.Locale;

/** A way in, with a folder of its own in the corpus. */
enum Door {
    WEBHOOK(35),
    API(45),
    COMMAND(15),
    AUTOCOLLECT(45),
    KK2(25),
    BAHS(25),
    TRIPLETEX(20),
    ECPAY(40),
    BUNDLE(30),
    CREDITORS(20),
    SETTINGS(15);

    private final int least;

    Door(int least) {
        this.least = least;
    }

    /** How many cases there are at least. */
    int least() {
        return least;
    }

    String folder() {
        return name().toLowerCase(Locale.ROOT);
    }
}
