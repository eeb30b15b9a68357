package no.kravbro.crash;

/** All that is due when the product is started for the first time. */
final class Resting extends Story {

    Resting(Ground ground) {
        super(ground, "first-start", "autocollect");
    }

    @Override
    void prepare() {}

    @Override
    void judge(Count count) {}
}
