package no.kravbro.crash;

import org.apache.camel.AsyncCallback;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.NamedNode;
import org.apache.camel.Processor;
import org.apache.camel.model.BeanDefinition;
import org.apache.camel.spi.InterceptStrategy;
import org.apache.camel.support.CamelContextHelper;
import org.apache.camel.support.processor.DelegateAsyncProcessor;

/** Knows which step of which route began last: the one whose effect is seen. */
final class Steps implements InterceptStrategy {

    private volatile String current = "start";

    /** The step that begins now is none of a route. */
    void begin(String step) {
        current = step;
    }

    String current() {
        return current;
    }

    @Override
    public Processor wrapProcessorInInterceptors(
            CamelContext context, NamedNode step, Processor target, Processor nextTarget) {
        String name = name(step);
        return new DelegateAsyncProcessor(target) {
            @Override
            public boolean process(Exchange exchange, AsyncCallback callback) {
                current = name;
                return super.process(exchange, callback);
            }
        };
    }

    private static String name(NamedNode step) {
        String route = CamelContextHelper.getRouteId(step);
        if (step instanceof BeanDefinition bean && bean.getRef() != null) {
            return route + " " + bean.getRef() + "."
                    + String.valueOf(bean.getMethod()).replaceAll("\\(.*", "");
        }
        String id = step.getId();
        return id.startsWith(route + ".") ? id : route + " " + id;
    }
}
