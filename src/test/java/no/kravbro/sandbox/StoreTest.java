package no.kravbro.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreTest {

    @TempDir
    private Path folder;

    private record Row(String name, long ore) {}

    @Test
    void keepsRowsAndNumbersInItsFile() {
        String file = folder.resolve("some.mv").toString();
        try (Store store = new Store(file)) {
            store.table("rows", Row.class).put("a", new Row("A", 1));
            assertThat(store.next("numbers", 7)).isEqualTo(7);
        }
        try (Store store = new Store(file)) {
            assertThat(store.table("rows", Row.class).get("a")).isEqualTo(new Row("A", 1));
            assertThat(store.next("numbers", 7)).isEqualTo(8);
        }
    }

    @Test
    void outlivesAnInterruptedWriter() throws InterruptedException {
        try (Store store = new Store(folder.resolve("some.mv").toString())) {
            Store.Table<Row> rows = store.table("rows", Row.class);
            Thread writer = new Thread(() -> {
                Thread.currentThread().interrupt();
                rows.put("a", new Row("A", 1));
            });
            writer.start();
            writer.join();
            rows.put("b", new Row("B", 2));
            assertThat(rows.all()).hasSize(2);
        }
        try (Store store = new Store(folder.resolve("some.mv").toString())) {
            assertThat(store.table("rows", Row.class).all()).hasSize(2);
        }
    }

    @Test
    void goesBackToItsMarkAsOftenAsWanted() {
        try (Store store = new Store(null)) {
            Store.Table<Row> rows = store.table("rows", Row.class);
            rows.put("a", new Row("A", 1));
            store.next("numbers", 7);
            store.mark();
            for (int again = 0; again < 2; again++) {
                rows.put("a", new Row("A", 2));
                rows.put("b", new Row("B", 2));
                rows.remove("a");
                assertThat(store.next("numbers", 7)).isEqualTo(8);
                store.rewind();
                assertThat(rows.all()).containsExactly(new Row("A", 1));
            }
        }
    }
}
