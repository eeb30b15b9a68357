package no.kravbro.architecture.specimen.delivery;

import no.kravbro.architecture.specimen.money.LooksOut;

/** Work that prints, and sleeps. */
record TalksAndSleeps(LooksOut money) {

    void run() throws InterruptedException {
        System.out.println(money);
        Thread.sleep(1);
    }
}
