package no.kravbro.reconcile.change;

/** Natural keys of the deliveries that report: the money event of a claim; what is told anew is another submission of it. */
final class ReportKeys {

    private ReportKeys() {}

    static String of(Report report) {
        return report.reverses() == null
                ? payment(report.key(), report.postingId())
                : report.key() + "/" + report.event();
    }

    static int submission(Report report) {
        return report.reverses() == null ? report.round() : 1;
    }

    static String payment(String claimKey, long postingId) {
        return claimKey + "/posting-" + postingId;
    }
}
