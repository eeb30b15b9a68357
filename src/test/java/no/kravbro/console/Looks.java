package no.kravbro.console;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;

/** Looks at every page as different people see it. */
final class Looks {

    static final int WIDE = 1280;
    static final int NARROW = 390;

    private Looks() {}

    record View(String language, int width, boolean dark) {}

    /**
     * What is wrong with the pages of a town.
     *
     * @param judged whether axe looks at a page, by its number among the person's and the number of the view
     */
    static List<String> faults(Town town, List<View> views, BiPredicate<Integer, Integer> judged) {
        List<String> faults = new ArrayList<>();
        // It is asked for the price of a withdrawal.
        town.refuses(false);
        Scenes.byPerson(town.scenes()).forEach((who, scenes) -> {
            Tab tab = who.isEmpty() ? town.tab() : town.as(who);
            for (int view = 0; view < views.size(); view++) {
                tab.size(views.get(view).width());
                tab.dark(views.get(view).dark());
                for (int scene = 0; scene < scenes.size(); scene++) {
                    look(tab, scenes.get(scene), views.get(view), judged.test(scene, view), faults);
                }
            }
            tab.size(WIDE);
            tab.dark(false);
            tab.go("/me?lang=nb");
        });
        return faults;
    }

    private static void look(Tab tab, Scenes.Scene scene, View view, boolean judged, List<String> faults) {
        int status = tab.go(scene.path() + (scene.path().contains("?") ? "&" : "?") + "lang=" + view.language());
        String name = scene.name() + " " + view;
        note(faults, name, status == scene.status() ? List.of() : List.of("status " + status));
        note(faults, name, judged ? tab.axe() : List.of());
        note(faults, name, tab.complaints());
        String text = tab.text();
        boolean language = tab.run("document.documentElement.lang").asText().equals(view.language());
        note(faults, name, language ? List.of() : List.of("another language"));
        note(faults, name, tab.tooWide() > 0 ? List.of(tab.tooWide() + " px too wide") : List.of());
        note(faults, name, text.contains("01019012345") ? List.of("a personal number") : List.of());
        note(faults, name, text.contains("??") ? List.of("a text without words: " + text) : List.of());
    }

    private static void note(List<String> faults, String where, List<String> found) {
        found.forEach(each -> faults.add(where + ": " + each));
    }
}
