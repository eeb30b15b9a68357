package no.kravbro.camel;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelContextAware;
import org.apache.camel.Component;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.spi.BeanRepository;

/** The beans of the running context, without those that a dry run would point at its own context or start. */
record ScratchContextBeans(BeanRepository live) implements BeanRepository {

    @Override
    public Object lookupByName(String name) {
        return harmless(live.lookupByName(name));
    }

    @Override
    public <T> T lookupByNameAndType(String name, Class<T> type) {
        return harmless(live.lookupByNameAndType(name, type));
    }

    @Override
    public <T> Map<String, T> findByTypeWithName(Class<T> type) {
        return live.findByTypeWithName(type).entrySet().stream()
                .filter(entry -> harmless(entry.getValue()) != null)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public <T> Set<T> findByType(Class<T> type) {
        return live.findByType(type).stream()
                .filter(bean -> harmless(bean) != null)
                .collect(Collectors.toSet());
    }

    private static <T> T harmless(T bean) {
        boolean bound = bean instanceof CamelContextAware
                || bean instanceof Component
                || bean instanceof CamelContext
                || bean instanceof RoutesBuilder;
        return bound ? null : bean;
    }
}
