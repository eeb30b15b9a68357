package no.kravbro.flows;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.kravbro.sandbox.Call;
import no.kravbro.sandbox.LoggedCall;
import no.kravbro.sandbox.SandboxTown;
import no.kravbro.sandbox.autocollect.Contract;
import no.kravbro.tripletex.TripletexContract;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds everything that went over the wires of a flow test against the far sides' own descriptions, so that a sandbox that
 * is too kind cannot hide a wrong request.
 */
final class WireContract {

    private static final Logger LOG = LoggerFactory.getLogger(WireContract.class);

    private WireContract() {}

    static void check(SandboxTown town) {
        assertThat(broken(town)).as("requests that the contracts do not know").isEmpty();
    }

    /** What is wrong with the calls, each complaint once. */
    static Set<String> broken(SandboxTown town) {
        Set<String> problems = new LinkedHashSet<>();
        Optional<TripletexContract> tripletex = TripletexContract.find();
        if (tripletex.isPresent()) {
            calls(town.tripletexCalls().all())
                    .forEach(call -> problems.addAll(tripletex.get().check(call)));
        } else {
            LOG.warn("Requests to Tripletex are not checked: {}", TripletexContract.MISSING);
        }
        calls(town.autoCollectCalls().all()).forEach(call -> named(call, Contract.brokenRequest(call), problems));
        calls(town.autoCollect().webhooks().log().all())
                .forEach(call -> named(call, Contract.brokenRequest(call), problems));
        town.neighbours()
                .forEach(neighbour ->
                        neighbour.broken().forEach(complaint -> problems.add(neighbour.name() + ": " + complaint)));
        return problems;
    }

    private static List<Call> calls(List<LoggedCall> log) {
        return log.stream().map(LoggedCall::call).toList();
    }

    private static void named(Call call, List<String> complaints, Set<String> problems) {
        complaints.forEach(complaint -> problems.add(call.method() + " " + call.path() + ": " + complaint));
    }
}
