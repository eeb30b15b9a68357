package no.kravbro.flows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import no.kravbro.access.Keys;
import no.kravbro.access.Role;
import no.kravbro.audit.Actor;

/** The key of the API by which tests call a {@link World}, with every role that sees all creditors; made when first asked for. */
public final class ProgramKey {

    private final World world;
    private String value;
    private Path file;

    ProgramKey(World world) {
        this.world = world;
    }

    public synchronized String value() {
        if (value == null) {
            value = of(world, EnumSet.complementOf(EnumSet.of(Role.ACCOUNTANT)), null);
        }
        return value;
    }

    /** The same as an option of the command line. */
    public synchronized String option() {
        if (file == null) {
            try {
                file = Files.createTempFile("key", null);
                file.toFile().deleteOnExit();
                Files.writeString(file, value());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return "--token-file=" + file;
    }

    /** One more key. @param creditors or null: all */
    static String of(World world, Set<Role> roles, Set<String> creditors) {
        // Worlds may follow one another on one database.
        String name = "t-" + UUID.randomUUID();
        return world.bean(Keys.class)
                .make(new Keys.Form(name, null, roles, creditors, null), new Actor("a test", "", Actor.Via.CONSOLE));
    }
}
