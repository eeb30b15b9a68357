package no.kravbro.storm;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import no.kravbro.sandbox.Call;

/** What a call asks for, as far as the trouble it meets depends on it. */
record Asked(String partner, Call call) {

    private static final Pattern SESSION = Pattern.compile(".*/token(/.*)?");
    private static final Pattern KEY = Pattern.compile(
            "INK-[A-Za-z0-9~-]+|\\b\\d{9}-\\d+\\b|<(?:\\w+:)?fakturaId>\\d+|(?<=/invoice/)\\d+|(?<=;\\d{9};)\\d+");

    /** True when it changes something there. */
    boolean write() {
        String path = call.path();
        return switch (partner) {
            case "bahs" -> path.matches(".*/(Registrer|Endre|Trekk)[A-Za-z]*");
            case "ecpay" -> call.method().equals("PUT") || call.method().equals("RENAME");
            default -> !call.method().equals("GET") && !SESSION.matcher(path).matches();
        };
    }

    /** Claims, invoices or vouchers that it names. */
    List<String> keys() {
        return KEY.matcher(call.path() + " " + call.text())
                .results()
                .map(MatchResult::group)
                .map(key -> key.replaceFirst("<.*>", ""))
                .distinct()
                .toList();
    }

    /** The same for the same thing asked again, whichever thread is first. */
    String name() {
        String path = partner.equals("ecpay") ? call.path().replaceAll("\\d+", "#") : call.path();
        return partner + " " + call.method() + " " + path + " "
                + (write() ? keys().stream().findFirst().orElse("") : "");
    }
}
