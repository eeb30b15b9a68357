package no.kravbro.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ControlTest {

    private final Instant start = Instant.parse("2026-03-27T07:00:00Z");
    private final Clock standing = Clock.fixed(start, ZoneOffset.UTC);
    private final Store store = new Store(null);
    private final SandboxClock clock = new ClockMemory(store).clock(start, standing);
    private final Faults faults = new Faults(1);
    private final Control control = new Control(clock, new ClockMemory(store), faults);

    @Test
    void tellsTheTimeInOslo() {
        assertThat(ask("GET", "/clock", "").text()).isEqualTo("{\"now\":\"2026-03-27T08:00:00+01:00\"}");
    }

    @Test
    void daysPassOneByOneAtTheSameHourAcrossSummerTime() {
        List<LocalDate> lived = new ArrayList<>();
        control.register("some", new Inhabitant() {
            @Override
            public void onTimeMoved() {
                lived.add(clock.today());
            }

            @Override
            public Map<String, Object> overview() {
                return Map.of("days", lived.size());
            }
        });
        assertThat(ask("POST", "/clock/advance", "{\"days\":3}").text())
                .isEqualTo("{\"now\":\"2026-03-30T08:00:00+02:00\"}");
        assertThat(lived)
                .containsExactly(LocalDate.of(2026, 3, 28), LocalDate.of(2026, 3, 29), LocalDate.of(2026, 3, 30));
        assertThat(ask("GET", "/overview", "").text()).contains("\"some\":{\"days\":3}");
    }

    @Test
    void itsFirstPageNamesTheOthersAndEveryKindOfFault() {
        assertThat(ask("GET", "/", "").text()).contains("/overview", "/clock/advance", "/faults", "GARBAGE");
    }

    @Test
    void goesOnWhereItStood() {
        ask("POST", "/clock/advance", "{\"hours\":5}");
        assertThat(new ClockMemory(store).clock(start, standing).instant()).isEqualTo(start.plusSeconds(5 * 3600));
    }

    @Test
    void plansAndClearsFaults() {
        String fault =
                "{\"partner\":\"far\",\"kind\":\"TOO_MANY_429\",\"path\":\".*/invoices\",\"times\":2,\"retryAfter\":9}";
        assertThat(ask("POST", "/faults", fault).status()).isEqualTo(204);
        assertThat(faults.strike("far", call("POST", "/x/cases", ""))).isEmpty();
        assertThat(faults.strike("far", call("POST", "/x/invoices", "")))
                .hasValueSatisfying(met -> assertThat(met.retryAfter()).isEqualTo(9));
        control.handle(new Call("DELETE", "/faults", Map.of("partner", List.of("far")), Map.of(), new byte[0]));
        assertThat(faults.strike("far", call("POST", "/x/invoices", ""))).isEmpty();
    }

    @Test
    void refusesWhatItDoesNotUnderstand() {
        assertThat(ask("POST", "/clock/advance", "{\"days\":-1}").status()).isEqualTo(400);
        assertThat(ask("POST", "/clock/advance", "soon").status()).isEqualTo(400);
        assertThat(ask("POST", "/faults", "{\"partner\":\"far\",\"kind\":\"FLOOD\"}")
                        .status())
                .isEqualTo(400);
        assertThat(ask("GET", "/elsewhere", "").status()).isEqualTo(404);
    }

    private Reply ask(String method, String path, String body) {
        return control.handle(call(method, path, body));
    }

    private static Call call(String method, String path, String body) {
        return new Call(method, path, Map.of(), Map.of(), body.getBytes(StandardCharsets.UTF_8));
    }
}
