package no.kravbro;

import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.PropagationMode;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;

/**
 * In {@code make test} each property tries the same inputs every time, so that a change is judged by what it changed; the long
 * run takes new ones, and names the seed of what it found.
 */
public final class FixedSeed implements AroundPropertyHook {

    private static final int BEFORE_OTHERS = -100;
    private static final boolean LONG = Boolean.getBoolean("test.long");

    @Override
    public PropertyExecutionResult aroundProperty(PropertyLifecycleContext context, PropertyExecutor property) {
        if (!LONG && context.attributes().seed().isEmpty()) {
            context.attributes().setSeed(Integer.toString(context.label().hashCode()));
        }
        return property.execute();
    }

    @Override
    public PropagationMode propagateTo() {
        return PropagationMode.ALL_DESCENDANTS;
    }

    @Override
    public int aroundPropertyProximity() {
        return BEFORE_OTHERS;
    }
}
