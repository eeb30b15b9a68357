package no.kravbro.camel;

import org.apache.camel.builder.RouteBuilder;

/**
 * Ticks. What is due stands in SQL, so a tick on any node may take it; a few tickers per node are all the jobs that run at
 * once there. Two far sides may be silent at the same time (each holds two jobs at most), and two tickers are left.
 */
final class ScheduleRoutes extends RouteBuilder {

    private static final int TICKERS = 6;

    private static final int LEFT_BEHIND = 5;

    private final long tickMillis;

    /** @param tickMillis pause between two looks of each ticker */
    ScheduleRoutes(long tickMillis) {
        this.tickMillis = tickMillis;
    }

    @Override
    public void configure() {
        for (int number = 1; number <= TICKERS; number++) {
            from("quartz:schedule/tick-" + number + every(tickMillis))
                    .routeId("schedule.tick-" + number)
                    .routeDescription("Takes one due job of one creditor, if there is one")
                    .routeConfigurationId("owner")
                    .to("direct:schedule.run")
                    .id("schedule.tick-" + number + ".run");
        }
        // Called by: schedule.tick-N.  Calls: the port of the job.
        from("direct:schedule.run")
                .routeId("schedule.run")
                .routeDescription("Runs one due job and notes when it is due again")
                .routeConfigurationId("owner")
                .bean("jobDesk", "claim")
                .filter(simple("${variable.job} != null"))
                .doTry()
                .toD("direct:${variable.port}")
                .id("schedule.run.port")
                .bean("remittanceDesk", "look")
                .bean("alarmDesk", "done")
                .bean("jobDesk", "done")
                .setProperty(AlarmDesk.DONE, constant(true))
                .doCatch(Exception.class)
                .bean("jobDesk", "failed")
                .bean("alarmDesk", "failed")
                .end()
                .filter(exchangeProperty(AlarmDesk.DONE).isEqualTo(true))
                .bean("alarmDesk", "watch")
                .end()
                .end();
        takesUpAgain();
        guardsLists();
        sealsAnew();
        takesUpCreditors();
    }

    private void guardsLists() {
        from("quartz:schedule/lists" + every(LEFT_BEHIND * tickMillis))
                .routeId("lists.guard")
                .routeDescription("Says no for what goes to collection in minutes and was not seen lately to be owed")
                .routeConfigurationId("owner")
                .bean("listDesk", "guard");
    }

    private void sealsAnew() {
        from("quartz:schedule/keys" + every(LEFT_BEHIND * tickMillis))
                .routeId("keys.seal-anew")
                .routeDescription("Seals rows that are plain or under an older key under the newest, some at a time")
                .routeConfigurationId("owner")
                .bean("sealingDesk", "tick");
    }

    private void takesUpCreditors() {
        from("quartz:schedule/registrations" + every(LEFT_BEHIND * tickMillis))
                .routeId("creditors.take-up")
                .routeDescription(
                        "Takes up creditors who were connected or changed while it runs, here or on another node")
                .routeConfigurationId("owner")
                .bean("registrationDesk", "tick");
    }

    private void takesUpAgain() {
        from("quartz:schedule/inbox" + every(LEFT_BEHIND * tickMillis))
                .routeId("inbox.reenter")
                .routeDescription(
                        "Takes up what entered but was not worked on because its holder died, behind the idempotent step")
                .routeConfigurationId("owner")
                .bean("inboxDesk", "stale")
                .split(body())
                .bean("inboxDesk", "reenter")
                .toD("direct:${variable.port}")
                .id("inbox.reenter.port")
                .end();
    }

    private static String every(long millis) {
        return "?stateful=true&trigger.repeatCount=-1&trigger.repeatInterval=" + millis;
    }
}
