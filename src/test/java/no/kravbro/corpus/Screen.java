package no.kravbro.corpus;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Everything this process prints while it is open, the product's log among it. */
final class Screen implements AutoCloseable {

    private final PrintStream out = System.out;
    private final PrintStream err = System.err;
    private final Copy copy = new Copy();

    Screen() {
        System.setOut(tee(out));
        System.setErr(tee(err));
    }

    private PrintStream tee(PrintStream real) {
        OutputStream both = new OutputStream() {
            @Override
            public void write(int each) {
                copy.write(each);
                real.write(each);
            }

            @Override
            public void write(byte[] bytes, int from, int length) {
                copy.write(bytes, from, length);
                real.write(bytes, from, length);
            }
        };
        return new PrintStream(both, true, StandardCharsets.UTF_8);
    }

    private static final class Copy extends ByteArrayOutputStream {

        synchronized String take() {
            String text = toString(StandardCharsets.UTF_8);
            reset();
            return text;
        }
    }

    /** What has been printed since this was asked the last time. */
    String take() {
        return copy.take();
    }

    @Override
    public void close() {
        System.setOut(out);
        System.setErr(err);
    }
}
