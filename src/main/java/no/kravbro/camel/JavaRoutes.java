package no.kravbro.camel;

import java.util.List;
import org.apache.camel.builder.RouteBuilder;

/** Makes the routes written in Java; anew each time, because a builder can be added once only. */
@FunctionalInterface
interface JavaRoutes {

    List<RouteBuilder> make();
}
