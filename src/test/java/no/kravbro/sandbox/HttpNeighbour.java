package no.kravbro.sandbox;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A neighbour with one HTTP port, all of whose calls are kept.
 *
 * @param <S> the simulated agency behind it
 */
public abstract class HttpNeighbour<S extends Partner & Inhabitant> implements Neighbour {

    private final String name;
    private final S sandbox;
    private final CallLog calls = new CallLog();
    private final SandboxServer server;

    /** @param kind what agencies of this kind are called in the plan of faults */
    protected HttpNeighbour(Site site, String kind, S sandbox) {
        this.name = site.name();
        this.sandbox = sandbox;
        this.server = new SandboxServer(kind, sandbox, site.port(), site.faults(), calls);
    }

    /** What of this call, and of its answer where no fault has spoiled it, the agency's contract does not know. */
    protected abstract Stream<String> complaints(LoggedCall logged);

    /** A setting of the agency, as the product wants it. */
    protected final String setting(String key, String value) {
        return "kravbro.agencies." + name + "." + key + "=" + value;
    }

    /** A setting that is an address behind its port. */
    protected final String address(String key, String path) {
        return setting(key, server.baseUrl() + path);
    }

    @Override
    public final String name() {
        return name;
    }

    public final S sandbox() {
        return sandbox;
    }

    public final CallLog calls() {
        return calls;
    }

    @Override
    public final void start() {
        server.start();
    }

    @Override
    public final List<String> broken() {
        return calls.all().stream().flatMap(this::complaints).distinct().toList();
    }

    @Override
    public final void onTimeMoved() {
        sandbox.onTimeMoved();
    }

    @Override
    public final Map<String, Object> overview() {
        return sandbox.overview();
    }

    @Override
    public final void close() {
        server.close();
    }
}
