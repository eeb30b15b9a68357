package no.kravbro.bundle;

import java.util.function.Consumer;

/** One thing that is asked of a bundle's files. */
@FunctionalInterface
interface Rule {

    void check(RouteBundle bundle, Consumer<Problem> report);
}
