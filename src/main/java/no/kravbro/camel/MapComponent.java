package no.kravbro.camel;

import java.util.Map;
import no.kravbro.bundle.Mappings;
import org.apache.camel.Endpoint;
import org.apache.camel.support.DefaultComponent;

/**
 * Scheme {@code map:}, for example {@code map:autocollect/map/submit-claim.jslt}: the body (JSON text, JSON tree or a
 * Java value) becomes the JSON text that the mapping file makes of it. A file that is missing or does not compile is
 * refused when the endpoint is built, so that a dry run of a route finds it.
 */
public final class MapComponent extends DefaultComponent {

    private final Mappings mappings;

    public MapComponent(Mappings mappings) {
        this.mappings = mappings;
    }

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) {
        mappings.require(remaining);
        return new MapEndpoint(uri, this, remaining, mappings);
    }
}
