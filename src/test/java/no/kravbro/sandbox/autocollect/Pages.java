package no.kravbro.sandbox.autocollect;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import no.kravbro.sandbox.Call;
import no.kravbro.sandbox.Reply;

/** Cuts a list into pages of at most 1000 (100 unless asked) with an opaque token for the next one. */
final class Pages {

    private static final int USUAL = 100;
    private static final int MOST = 1000;

    private Pages() {}

    static <T> Reply page(Call call, String sizeName, String tokenName, List<T> all, Function<T, ?> view) {
        int size = size(call, sizeName);
        int from = offset(call.param(tokenName), tokenName);
        List<T> rest = all.subList(Math.min(from, all.size()), all.size());
        List<?> data = rest.stream().limit(size).map(view).toList();
        Object next = rest.size() > size ? token(from + size) : Json.NULL;
        Map<String, Object> summary = Json.object("status", "SUCCESS", "nextPageToken", next);
        return Json.reply(200, Json.object("summary", summary, "data", data));
    }

    private static int size(Call call, String name) {
        String asked = call.param(name);
        if (asked == null) {
            return USUAL;
        }
        if (!asked.matches("[0-9]{1,4}") || Integer.parseInt(asked) < 1 || Integer.parseInt(asked) > MOST) {
            throw ApiError.badRequest("Must be 1 to " + MOST, name);
        }
        return Integer.parseInt(asked);
    }

    private static String token(int offset) {
        return Base64.getUrlEncoder().encodeToString(("page-" + offset).getBytes(StandardCharsets.UTF_8));
    }

    private static int offset(String token, String name) {
        if (token == null) {
            return 0;
        }
        try {
            String text = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
            if (text.matches("page-[0-9]{1,8}")) {
                return Integer.parseInt(text.substring("page-".length()));
            }
        } catch (IllegalArgumentException e) {
            throw ApiError.badRequest("Unknown page token", name);
        }
        throw ApiError.badRequest("Unknown page token", name);
    }
}
