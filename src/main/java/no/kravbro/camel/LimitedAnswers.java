package no.kravbro.camel;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.ExecChainHandler;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.io.entity.HttpEntityWrapper;

/** Hangs up on an answer, unpacked, that is larger than any of the contracts, before it fills the memory. */
final class LimitedAnswers implements ExecChainHandler {

    private static final long LONGEST = 20_000_000;

    /** An answer came, and more of it than is read. */
    static final class AnswerTooLarge extends IOException {
        private static final long serialVersionUID = 1L;

        private AnswerTooLarge() {
            super("The answer is larger than " + LONGEST + " bytes");
        }
    }

    @Override
    public ClassicHttpResponse execute(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException, HttpException {
        ClassicHttpResponse response = chain.proceed(request, scope);
        if (response.getEntity() != null) {
            response.setEntity(new Limited(response.getEntity(), scope));
        }
        return response;
    }

    private static final class Limited extends HttpEntityWrapper {

        private final ExecChain.Scope scope;

        private Limited(HttpEntity whole, ExecChain.Scope scope) {
            super(whole);
            this.scope = scope;
        }

        @Override
        public InputStream getContent() throws IOException {
            return new Counted(super.getContent(), scope);
        }
    }

    private static final class Counted extends FilterInputStream {

        private final ExecChain.Scope scope;
        private long read;

        private Counted(InputStream whole, ExecChain.Scope scope) {
            super(whole);
            this.scope = scope;
        }

        @Override
        public int read() throws IOException {
            int each = super.read();
            count(each < 0 ? 0 : 1);
            return each;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int some = super.read(into, from, length);
            count(some);
            return some;
        }

        private void count(int some) throws IOException {
            read += Math.max(0, some);
            if (read > LONGEST) {
                // Not by reading to its end, which may never come.
                scope.execRuntime.discardEndpoint();
                throw new AnswerTooLarge();
            }
        }
    }
}
