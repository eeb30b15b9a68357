package no.kravbro.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;

/**
 * What a sandbox remembers, in a file or (file name null) in memory. Every put is committed before it returns, so a
 * killed sandbox comes back with all it has answered.
 */
public final class Store implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

    private final MVStore file;
    private final Path folder;
    private final String prefix;

    /** @throws InUse when another process has the file */
    public Store(String fileName) {
        this.file = open(fileName);
        this.folder =
                fileName == null ? null : Path.of(fileName).toAbsolutePath().getParent();
        this.prefix = "";
    }

    private static MVStore open(String fileName) {
        try {
            return MVStore.open(fileName);
        } catch (MVStoreException e) {
            if (e.getErrorCode() == DataUtils.ERROR_FILE_LOCKED) {
                throw new InUse(fileName + ", where the sandbox remembers,", e);
            }
            throw e;
        }
    }

    private Store(MVStore file, Path folder, String prefix) {
        this.file = file;
        this.folder = folder;
        this.prefix = prefix;
    }

    /** A part of it for somebody whose names may be taken already; it is closed with the whole. */
    public Store within(String name) {
        return new Store(file, folder == null ? null : folder.resolve(name), prefix + name + "/");
    }

    /** Where on disk it is kept, for what a sandbox keeps beside it; null for nowhere. */
    public Path folder() {
        return folder;
    }

    public <T> Table<T> table(String name, Class<T> type) {
        return new Table<>(file.openMap(prefix + name), type);
    }

    /** Next number of a named sequence, starting at {@code first}. */
    public synchronized long next(String sequence, long first) {
        MVMap<String, String> map = file.openMap(prefix + "sequences");
        long value = map.containsKey(sequence) ? Long.parseLong(map.get(sequence)) + 1 : first;
        map.put(sequence, Long.toString(value));
        file.commit();
        return value;
    }

    @Override
    public void close() {
        file.close();
    }

    /** Rows by key, in key order, held as values: a changed row must be put again. */
    public final class Table<T> {
        private final MVMap<String, String> rows;
        private final Class<T> type;
        private final ConcurrentSkipListMap<String, T> cache = new ConcurrentSkipListMap<>();

        private Table(MVMap<String, String> rows, Class<T> type) {
            this.rows = rows;
            this.type = type;
            rows.forEach((key, json) -> cache.put(key, read(json)));
        }

        public T get(String key) {
            return cache.get(key);
        }

        public void put(String key, T row) {
            rows.put(key, write(row));
            cache.put(key, row);
            file.commit();
        }

        /** Several rows in one commit; a null row removes the key. */
        public void putAll(Map<String, T> changes) {
            changes.forEach((key, row) -> {
                if (row == null) {
                    rows.remove(key);
                    cache.remove(key);
                } else {
                    rows.put(key, write(row));
                    cache.put(key, row);
                }
            });
            file.commit();
        }

        public void remove(String key) {
            rows.remove(key);
            cache.remove(key);
            file.commit();
        }

        public List<String> keys() {
            return new ArrayList<>(cache.keySet());
        }

        public List<T> all() {
            return new ArrayList<>(cache.values());
        }

        private String write(T row) {
            try {
                return JSON.writeValueAsString(row);
            } catch (JsonProcessingException e) {
                throw new UncheckedIOException(e);
            }
        }

        private T read(String json) {
            try {
                return JSON.readValue(json, type);
            } catch (JsonProcessingException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
