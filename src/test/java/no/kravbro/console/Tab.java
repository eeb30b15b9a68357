package no.kravbro.console;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/** One page in the browser, as a person would use it; complaints of the browser are collected. */
final class Tab {

    private static final String AXE = axe();

    private final Wire wire;
    private final String base;
    private final String session;
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private volatile CompletableFuture<Void> loaded = new CompletableFuture<>();
    private volatile int status;

    Tab(Wire wire, String base) {
        this.wire = wire;
        this.base = base;
        String context = wire.ask(null, "Target.createBrowserContext", Map.of())
                .path("browserContextId")
                .asText();
        String target = wire.ask(null, "Target.createTarget", Map.of("url", "about:blank", "browserContextId", context))
                .path("targetId")
                .asText();
        session = wire.ask(null, "Target.attachToTarget", Map.of("targetId", target, "flatten", true))
                .path("sessionId")
                .asText();
        wire.listen(session, this::heard);
        for (String domain : List.of("Page", "Runtime", "Log", "Network")) {
            wire.ask(session, domain + ".enable", Map.of());
        }
        wire.ask(session, "Network.setExtraHTTPHeaders", Map.of("headers", Map.of("Accept-Language", "nb")));
    }

    private void heard(JsonNode message) {
        JsonNode told = message.path("params");
        switch (message.path("method").asText()) {
            case "Page.loadEventFired" -> loaded.complete(null);
            case "Network.responseReceived" -> {
                if ("Document".equals(told.path("type").asText())) {
                    status = told.at("/response/status").intValue();
                }
            }
            case "Runtime.exceptionThrown" -> complaints.add(told.toString());
            case "Runtime.consoleAPICalled" -> {
                if (List.of("error", "warning").contains(told.path("type").asText())) {
                    complaints.add(told.path("args").toString());
                }
            }
            case "Log.entryAdded" -> noteEntry(told.path("entry"));
            default -> {
                // The rest is not ours to judge.
            }
        }
    }

    /** An error page is told as an error too; whoever goes there expects it. */
    private void noteEntry(JsonNode entry) {
        boolean document = "network".equals(entry.path("source").asText()) && status >= 400;
        if ("error".equals(entry.path("level").asText()) && !document) {
            complaints.add(entry.toString());
        }
    }

    /** Opens an address and returns its status. */
    int go(String path) {
        return acting(() -> wire.ask(session, "Page.navigate", Map.of("url", base + path)));
    }

    /** Clicks something that leads to another page, and returns its status. */
    int follow(String selector) {
        return acting(() -> click(selector));
    }

    private int acting(Runnable act) {
        loaded = new CompletableFuture<>();
        act.run();
        Wire.patiently(loaded, "a page");
        return status;
    }

    void click(String selector) {
        run("document.querySelector(" + quoted(selector) + ").click()");
    }

    void type(String selector, String text) {
        run("document.querySelector(" + quoted(selector) + ").value = " + quoted(text));
    }

    /** Presses one key, as a person would; Enter by name. */
    void press(String key) {
        boolean named = key.length() > 1;
        String text = named ? "\r" : key;
        wire.ask(
                session,
                "Input.dispatchKeyEvent",
                Map.of("type", "keyDown", "key", key, "text", text, "windowsVirtualKeyCode", named ? 13 : 0));
        wire.ask(session, "Input.dispatchKeyEvent", Map.of("type", "keyUp", "key", key));
    }

    /** Writes where the cursor stands. */
    void write(String text) {
        wire.ask(session, "Input.insertText", Map.of("text", text));
    }

    /** Presses Enter where that leads to another page, and returns its status. */
    int enter() {
        return acting(() -> press("Enter"));
    }

    String text() {
        return run("document.body.innerText").asText();
    }

    /** Until the page has something of the kind, however long that takes on this machine. */
    void untilThere(String selector) {
        run("new Promise(done => { const look = () => document.querySelector(" + quoted(selector)
                + ") ? done(true) : setTimeout(look, 20); look(); })");
    }

    String address() {
        return run("location.pathname + location.search").asText();
    }

    void size(int width) {
        wire.ask(
                session,
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", false));
    }

    void dark(boolean dark) {
        wire.ask(
                session,
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"))));
    }

    void scripts(boolean allowed) {
        wire.ask(session, "Emulation.setScriptExecutionDisabled", Map.of("value", !allowed));
    }

    /** What the browser has complained of since the last time. */
    List<String> complaints() {
        List<String> all = new ArrayList<>(complaints);
        complaints.clear();
        return all;
    }

    /** What axe finds. @param rules only these, or all that belong to WCAG 2.2 AA and to good practice */
    List<String> axe(String... rules) {
        if (run("typeof axe === 'undefined'").asBoolean()) {
            run(AXE);
        }
        String only = rules.length == 0
                ? "{type:'tag',values:['wcag2a','wcag2aa','wcag21a','wcag21aa','wcag22aa','best-practice']}"
                : "{type:'rule',values:['" + String.join("','", rules) + "']}";
        JsonNode found = run("axe.run(document,{runOnly:" + only + ",resultTypes:['violations']}).then(r =>"
                + " r.violations.map(v => v.id + ': ' + v.nodes.slice(0, 3).map(n => n.html.slice(0, 160) + ' '"
                + " + (n.any[0] ? n.any[0].message : '')).join(' | ')))");
        List<String> all = new ArrayList<>();
        found.forEach(each -> all.add(each.asText()));
        return all;
    }

    /** How many pixels the page is wider than the window. */
    int tooWide() {
        return run("document.documentElement.scrollWidth - document.documentElement.clientWidth")
                .intValue();
    }

    JsonNode run(String script) {
        JsonNode answer = wire.ask(
                session, "Runtime.evaluate", Map.of("expression", script, "awaitPromise", true, "returnByValue", true));
        if (answer.has("exceptionDetails")) {
            throw new IllegalStateException(
                    script.substring(0, Math.min(120, script.length())) + ": " + answer.get("exceptionDetails"));
        }
        return answer.at("/result/value");
    }

    /** The whole page as PNG, at most so high. */
    byte[] picture(int width, int most) {
        int height = Math.min(most, run("document.documentElement.scrollHeight").intValue());
        Map<String, ?> clip = Map.of("x", 0, "y", 0, "width", width, "height", height, "scale", 1);
        JsonNode shot = wire.ask(
                session,
                "Page.captureScreenshot",
                Map.of("format", "png", "captureBeyondViewport", true, "clip", clip));
        return Base64.getDecoder().decode(shot.path("data").asText());
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }

    private static String axe() {
        try (var in = Tab.class.getResourceAsStream("/axe.min.js")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
