package no.kravbro.routes;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.camel.spi.BeanRepository;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.SimpleBeanDefinitionRegistry;
import org.springframework.context.annotation.AnnotationBeanNameGenerator;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.objenesis.SpringObjenesis;
import org.springframework.util.ClassUtils;

/** The beans of the camel room by name, as empty shells: enough to build routes that name them, not to run any. */
final class NamedBeans implements BeanRepository {

    private static final BeanDefinitionRegistry NOWHERE = new SimpleBeanDefinitionRegistry();

    private final Map<String, Object> shells = new HashMap<>();

    NamedBeans() {
        ClassPathScanningCandidateComponentProvider scan = new ClassPathScanningCandidateComponentProvider(true);
        for (BeanDefinition bean : scan.findCandidateComponents("no.kravbro.camel")) {
            Class<?> type = ClassUtils.resolveClassName(bean.getBeanClassName(), null);
            String name = AnnotationBeanNameGenerator.INSTANCE.generateBeanName(bean, NOWHERE);
            shells.put(name, new SpringObjenesis().newInstance(type));
        }
    }

    @Override
    public Object lookupByName(String name) {
        return shells.get(name);
    }

    @Override
    public <T> T lookupByNameAndType(String name, Class<T> type) {
        return type.isInstance(shells.get(name)) ? type.cast(shells.get(name)) : null;
    }

    @Override
    public <T> Map<String, T> findByTypeWithName(Class<T> type) {
        return shells.entrySet().stream()
                .filter(entry -> type.isInstance(entry.getValue()))
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> type.cast(entry.getValue())));
    }

    @Override
    public <T> Set<T> findByType(Class<T> type) {
        return Set.copyOf(findByTypeWithName(type).values());
    }
}
