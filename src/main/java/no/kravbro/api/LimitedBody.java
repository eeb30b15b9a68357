package no.kravbro.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import no.kravbro.Texts;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses with 413 what is larger than anybody at the doors for machines has to say, before it is held in memory. What is
 * let in is kept as it came: the framework behind would read it as characters, and signatures are made over bytes.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
public class LimitedBody extends OncePerRequestFilter {

    private static final int LONGEST = 1_000_000;

    private static final String BYTES = LimitedBody.class.getName();

    private final Texts texts;

    LimitedBody(Texts texts) {
        this.texts = texts;
    }

    /** The body of a request that has come through here, byte for byte. */
    public static byte[] of(HttpServletRequest request) {
        return (byte[]) request.getAttribute(BYTES);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !NoForms.isForMachines(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        byte[] body = request.getContentLengthLong() > LONGEST
                ? new byte[LONGEST + 1]
                : request.getInputStream().readNBytes(LONGEST + 1);
        if (body.length > LONGEST) {
            refuse(request, response);
        } else {
            request.setAttribute(BYTES, body);
            chain.doFilter(new Read(request, body), response);
        }
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
        ApiProblem problem = new ApiProblem(ApiProblem.Code.TOO_LARGE, "The body is larger than " + LONGEST + " bytes");
        response.setStatus(problem.status());
        response.setContentType(Problem.MEDIA_TYPE);
        response.getOutputStream()
                .write(Body.write(Problem.of(problem, texts, request.getHeader("Accept-Language")))
                        .getBytes(StandardCharsets.UTF_8));
    }

    /** A request whose body has been read. */
    private static final class Read extends HttpServletRequestWrapper {

        private final byte[] body;

        private Read(HttpServletRequest request, byte[] body) {
            super(request);
            this.body = body;
        }

        @Override
        public ServletInputStream getInputStream() {
            return new Bytes(new ByteArrayInputStream(body));
        }

        @Override
        public BufferedReader getReader() {
            return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
        }
    }

    private static final class Bytes extends ServletInputStream {

        private final ByteArrayInputStream bytes;

        private Bytes(ByteArrayInputStream bytes) {
            this.bytes = bytes;
        }

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public int read(byte[] into, int from, int length) {
            return bytes.read(into, from, length);
        }

        @Override
        public boolean isFinished() {
            return bytes.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException("Bodies are read where they are asked for");
        }
    }
}
