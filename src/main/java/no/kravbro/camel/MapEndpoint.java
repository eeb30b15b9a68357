package no.kravbro.camel;

import no.kravbro.bundle.Mappings;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultEndpoint;

/** One mapping file as an endpoint. It can only be sent to. */
final class MapEndpoint extends DefaultEndpoint {

    private final String path;
    private final Mappings mappings;

    MapEndpoint(String uri, MapComponent component, String path, Mappings mappings) {
        super(uri, component);
        this.path = path;
        this.mappings = mappings;
    }

    @Override
    public Producer createProducer() {
        return new MapProducer(this, path, mappings);
    }

    @Override
    public Consumer createConsumer(Processor processor) {
        throw new UnsupportedOperationException("map: is a step, not a source");
    }

    @Override
    public boolean isSingleton() {
        return true;
    }
}
