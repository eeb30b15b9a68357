package no.kravbro.api;

/** How tasks that stand for an action of an agency are told apart: action, claim, and which wish it is. */
final class ByHand {

    private ByHand() {}

    static String begin(String action, String claimKey) {
        return action + " " + claimKey + " ";
    }

    static String action(String subject) {
        return subject.substring(0, subject.indexOf(' '));
    }
}
