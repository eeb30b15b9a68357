package no.kravbro.camel;

import org.apache.camel.CamelContext;
import org.apache.camel.spi.PropertiesSource;

/** The settings of the running context, for a dry run. */
record ScratchContextProperties(CamelContext live) implements PropertiesSource {

    @Override
    public String getName() {
        return "running";
    }

    @Override
    public String getProperty(String name) {
        return live.getPropertiesComponent().resolveProperty(name).orElse(null);
    }
}
