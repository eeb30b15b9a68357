package no.kravbro.delivery;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import org.h2.store.fs.FileBase;
import org.h2.store.fs.FilePathWrapper;

/** A file of H2 that takes no more after so many writings, as if its process had been killed there: {@code jdbc:h2:cut:/folder/name}. */
public final class CutFile extends FilePathWrapper {

    private static final Object ORDER = new Object();
    private static long left = Long.MAX_VALUE;

    /** From now on. */
    static void after(long writings) {
        synchronized (ORDER) {
            left = writings;
        }
    }

    static boolean isCut() {
        synchronized (ORDER) {
            return left <= 0;
        }
    }

    private static void writing() throws IOException {
        if (left-- <= 0) {
            left = 0;
            throw new IOException("Killed");
        }
    }

    @Override
    public String getScheme() {
        return "cut";
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        return new Channel(getBase().open(mode));
    }

    private static final class Channel extends FileBase {

        private final FileChannel real;

        private Channel(FileChannel real) {
            this.real = real;
        }

        @Override
        public int write(ByteBuffer bytes, long position) throws IOException {
            synchronized (ORDER) {
                writing();
                return real.write(bytes, position);
            }
        }

        @Override
        public int write(ByteBuffer bytes) throws IOException {
            synchronized (ORDER) {
                writing();
                return real.write(bytes);
            }
        }

        @Override
        public FileChannel truncate(long size) throws IOException {
            synchronized (ORDER) {
                writing();
                real.truncate(size);
                return this;
            }
        }

        @Override
        public int read(ByteBuffer bytes) throws IOException {
            return real.read(bytes);
        }

        @Override
        public int read(ByteBuffer bytes, long position) throws IOException {
            return real.read(bytes, position);
        }

        @Override
        public long size() throws IOException {
            return real.size();
        }

        @Override
        public long position() throws IOException {
            return real.position();
        }

        @Override
        public FileChannel position(long position) throws IOException {
            real.position(position);
            return this;
        }

        @Override
        public void force(boolean all) throws IOException {
            real.force(all);
        }

        @Override
        public FileLock tryLock(long position, long size, boolean shared) throws IOException {
            return real.tryLock(position, size, shared);
        }

        @Override
        protected void implCloseChannel() throws IOException {
            real.close();
        }
    }
}
