package no.kravbro;

import java.nio.file.Path;

/**
 * Where the bundle that runs is read from: the product's own copy. The folder of {@link Settings.Routes} is what people
 * change; what stands there may be broken, and is not read until it has passed.
 */
public record RunningRoutes(Path path) {}
