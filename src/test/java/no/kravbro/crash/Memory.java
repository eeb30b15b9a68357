package no.kravbro.crash;

import java.lang.reflect.Field;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import no.kravbro.camel.AlarmDesk;
import no.kravbro.camel.TokenDesk;
import no.kravbro.delivery.Schedules;
import no.kravbro.delivery.Together;
import no.kravbro.flows.World;
import no.kravbro.mail.Silenced;
import no.kravbro.tripletex.LedgerFactStore;
import no.kravbro.tripletex.RateBudget;
import no.kravbro.tripletex.Sessions;
import org.springframework.test.util.AopTestUtils;
import org.springframework.test.util.ReflectionTestUtils;

/** What the product remembers outside its database, and a new process does not. */
final class Memory {

    /** By class, the field that holds it. {@code MemoryTest} proves that there is no other. */
    static final Map<Class<?>, Set<String>> PLACES = Map.of(
            AlarmDesk.class, Set.of("watched"),
            LedgerFactStore.class, Set.of("known"),
            TokenDesk.class, Set.of("tokens"),
            Sessions.class, Set.of("slots"),
            RateBudget.class, Set.of("purses"),
            Together.class, Set.of("claims"),
            Silenced.class, Set.of("tellers"));

    private static final AtomicInteger PROCESSES = new AtomicInteger();

    private Memory() {}

    static void forget(World world) {
        PLACES.forEach((type, fields) ->
                fields.forEach(field -> map(AopTestUtils.getUltimateTargetObject(world.bean(type)), type, field)
                        .clear()));
        // What the dead process held is not held by the new one, though the node has the same name.
        Object schedules = AopTestUtils.getUltimateTargetObject(world.bean(Schedules.class));
        ReflectionTestUtils.setField(schedules, "process", Integer.toString(PROCESSES.incrementAndGet()));
    }

    private static Map<?, ?> map(Object bean, Class<?> type, String name) {
        try {
            Field field = type.getDeclaredField(name);
            field.setAccessible(true);
            return (Map<?, ?>) field.get(bean);
        } catch (ReflectiveOperationException renamed) {
            throw new IllegalStateException("The product remembers otherwise now", renamed);
        }
    }
}
