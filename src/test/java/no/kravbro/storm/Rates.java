package no.kravbro.storm;

/**
 * How much goes wrong, as chances from 0 to 1.
 *
 * @param writes of a call that changes something at a far side
 * @param reads of any other call
 * @param events of an event or a file that a far side sends
 * @param cursed of a claim or voucher whose every write fails while the storm lasts
 * @param database of a statement, a commit or a new connection that is lost
 * @param disk of a row that cannot be written because the disk is full
 * @param clock of a clock that is set, each time nothing is under way
 */
record Rates(double writes, double reads, double events, double cursed, double database, double disk, double clock) {

    static final Rates USUAL = new Rates(0.30, 0.05, 0.15, 0.02, 0.002, 0.001, 0.20);
    static final Rates CALM = new Rates(0, 0, 0, 0, 0, 0, 0);
}
