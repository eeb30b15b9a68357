package no.kravbro.crash;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.ExecChainHandler;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.message.BasicClassicHttpResponse;

/**
 * Every call over HTTP: that it is sent and done is one effect, that its answer is read another. Between the two the far side
 * knows and we do not.
 */
final class MortalWires implements ExecChainHandler {

    private final Fate fate;
    private final Steps steps;
    private Lines lines;
    private Weather weather = Weather.FAIR;
    private int calls;

    MortalWires(Fate fate, Steps steps) {
        this.fate = fate;
        this.steps = steps;
    }

    /** From now on nothing goes by sockets. */
    void over(Lines direct) {
        lines = direct;
    }

    void begin(Weather next) {
        weather = next;
        calls = 0;
    }

    /** How many calls this life has made. */
    int calls() {
        return calls;
    }

    /** The trouble of the next call, over whatever wire. */
    Trouble next(String call) {
        return weather.strikes(calls++, call);
    }

    @Override
    public ClassicHttpResponse execute(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException, HttpException {
        String call = request.getMethod() + " "
                + request.getPath().replaceAll("\\?.*", "").replaceAll("[^/]*[0-9]{3,}[^/]*", "_");
        boolean asks = request.getMethod().equals("GET");
        Trouble trouble = next(call);
        String step = steps.current();
        ClassicHttpResponse answer = pass(new Effect(step, "request " + call, !asks), () -> done(request, trouble));
        pass(new Effect(step, "answer " + call, false), () -> null);
        if (answer == null) {
            throw trouble.failure();
        }
        return answer;
    }

    private <T> T pass(Effect effect, Fate.Act<T> act) throws IOException, HttpException {
        try {
            return fate.pass(effect, act);
        } catch (IOException | HttpException | RuntimeException failed) {
            throw failed;
        } catch (Exception other) {
            throw new IllegalStateException(other);
        }
    }

    /** Null when nothing is answered. */
    private ClassicHttpResponse done(ClassicHttpRequest request, Trouble trouble) throws IOException {
        if (trouble != null && !trouble.done()) {
            return answered(trouble);
        }
        ClassicHttpResponse real = lines.ask(request);
        return trouble == null ? real : answered(trouble);
    }

    private static ClassicHttpResponse answered(Trouble trouble) {
        if (trouble.status() == 0) {
            return null;
        }
        BasicClassicHttpResponse answer = new BasicClassicHttpResponse(trouble.status());
        byte[] text = ("<html>" + trouble.name().toLowerCase(Locale.ROOT) + "</html>").getBytes(StandardCharsets.UTF_8);
        answer.setEntity(new ByteArrayEntity(text, ContentType.TEXT_HTML));
        return answer;
    }
}
