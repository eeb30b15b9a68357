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
import java.util.function.BiConsumer;
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
    private final Undo undo;

    /** @throws InUse when another process has the file */
    public Store(String fileName) {
        this.undo = new Undo();
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

    private Store(MVStore file, Path folder, String prefix, Undo undo) {
        this.undo = undo;
        this.file = file;
        this.folder = folder;
        this.prefix = prefix;
    }

    /** A part of it for somebody whose names may be taken already; it is closed with the whole. */
    public Store within(String name) {
        return new Store(file, folder == null ? null : folder.resolve(name), prefix + name + "/", undo);
    }

    /** Where on disk it is kept, for what a sandbox keeps beside it; null for nowhere. */
    public Path folder() {
        return folder;
    }

    public <T> Table<T> table(String name, Class<T> type) {
        return new Table<>(file.openMap(prefix + name), type);
    }

    /** From now on everything can be brought back to how it stands now, as often as wanted. */
    public void mark() {
        undo.mark();
    }

    /** Everything is again as it stood at the last mark. */
    public void rewind() {
        undo.rewind();
        file.commit();
    }

    /** Next number of a named sequence, starting at {@code first}. */
    public synchronized long next(String sequence, long first) {
        MVMap<String, String> map = file.openMap(prefix + "sequences");
        long value = map.containsKey(sequence) ? Long.parseLong(map.get(sequence)) + 1 : first;
        undo.before(map, sequence, map.get(sequence), was -> put(map, sequence, was));
        map.put(sequence, Long.toString(value));
        file.commit();
        return value;
    }

    private static void put(MVMap<String, String> map, String key, String value) {
        if (value == null) {
            map.remove(key);
        } else {
            map.put(key, value);
        }
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
        private BiConsumer<String, T> rewound = (key, row) -> {};

        private Table(MVMap<String, String> rows, Class<T> type) {
            this.rows = rows;
            this.type = type;
            rows.forEach((key, json) -> cache.put(key, read(json)));
        }

        public T get(String key) {
            return cache.get(key);
        }

        /** Told of every row that {@link Store#rewind} brings back; null when there was none. */
        public void onRewind(BiConsumer<String, T> listener) {
            rewound = listener;
        }

        public void put(String key, T row) {
            set(key, row);
            file.commit();
        }

        private void set(String key, T row) {
            undo.before(rows, key, rows.get(key), was -> back(key, was));
            Store.put(rows, key, row == null ? null : write(row));
            keep(key, row);
        }

        private void back(String key, String was) {
            Store.put(rows, key, was);
            T row = was == null ? null : read(was);
            keep(key, row);
            rewound.accept(key, row);
        }

        private void keep(String key, T row) {
            if (row == null) {
                cache.remove(key);
            } else {
                cache.put(key, row);
            }
        }

        /** Several rows in one commit; a null row removes the key. */
        public void putAll(Map<String, T> changes) {
            changes.forEach(this::set);
            file.commit();
        }

        public void remove(String key) {
            set(key, null);
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
