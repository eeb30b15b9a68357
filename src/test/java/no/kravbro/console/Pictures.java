package no.kravbro.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Takes the pictures of the documents: every page in Norwegian, wide and light, and some as others see them. */
public final class Pictures {

    private static final int WIDE = 1280;
    private static final int NARROW = 390;
    private static final int MOST = 1600;

    private Pictures() {}

    /** @param arguments the folder */
    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        try (Town town = new Town()) {
            for (Scenes.Scene scene : town.scenes()) {
                Tab tab = scene.who() == null ? town.tab() : town.as(scene.who());
                take(tab, scene.path(), "nb", WIDE, false, folder.resolve(scene.name() + ".png"));
            }
            take(town.as("odd"), "/?refresh=off", "en", NARROW, true, folder.resolve("overview-narrow.png"));
        }
    }

    private static void take(Tab tab, String path, String language, int width, boolean dark, Path file)
            throws IOException {
        tab.size(width);
        tab.dark(dark);
        tab.go(path + (path.contains("?") ? "&" : "?") + "lang=" + language);
        Files.write(file, tab.picture(width, MOST));
    }
}
