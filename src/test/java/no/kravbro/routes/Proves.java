package no.kravbro.routes;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Names the routes that a test class proves by running them, by id as {@code routes/README.md} lists them. Every route must
 * be named by a test ({@link RoutesProvenTest}), and must really have run in it (checked at the end of {@code make test}).
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ExtendWith(ProvenRoutes.class)
public @interface Proves {

    String[] value();
}
