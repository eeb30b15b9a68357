package no.kravbro.crash;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import no.kravbro.sandbox.Call;
import no.kravbro.sandbox.Forms;
import no.kravbro.sandbox.Partner;
import no.kravbro.sandbox.Reply;
import no.kravbro.sandbox.SandboxTown;
import no.kravbro.sandbox.bahs.BahsNeighbour;
import no.kravbro.sandbox.kk2.Kk2Neighbour;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.message.BasicClassicHttpResponse;

/** Asks a far side without the sockets between: each is still told by the address the product calls. */
final class Lines {

    private final Map<Integer, Partner> partners = new HashMap<>();

    Lines(SandboxTown town) {
        Map<String, Partner> bySetting = Map.of(
                "kravbro.tripletex.url",
                town.tripletex(),
                "kravbro.agencies.autocollect.url",
                town.autoCollect(),
                "kravbro.agencies.bahs.url",
                town.neighbour(BahsNeighbour.class).sandbox(),
                "kravbro.agencies.kk2.url",
                town.neighbour(Kk2Neighbour.class).sandbox());
        for (String setting : town.settings()) {
            String[] parts = setting.split("=", 2);
            if (bySetting.containsKey(parts[0])) {
                partners.put(URI.create(parts[1]).getPort(), bySetting.get(parts[0]));
            }
        }
    }

    ClassicHttpResponse ask(ClassicHttpRequest request) throws IOException {
        Reply reply = partners.get(request.getAuthority().getPort()).handle(call(request));
        BasicClassicHttpResponse answer = new BasicClassicHttpResponse(reply.status());
        reply.headers().forEach(answer::setHeader);
        String type = reply.headers().get("Content-Type");
        if (reply.body().length > 0 || type != null) {
            answer.setEntity(new ByteArrayEntity(reply.body(), type == null ? null : ContentType.parse(type)));
        }
        return answer;
    }

    private static Call call(ClassicHttpRequest request) throws IOException {
        Map<String, String> headers = new LinkedHashMap<>();
        for (Header header : request.getHeaders()) {
            headers.merge(header.getName(), header.getValue(), (one, other) -> one + "," + other);
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        if (request.getEntity() != null) {
            if (request.getEntity().getContentType() != null) {
                headers.put("Content-Type", request.getEntity().getContentType());
            }
            request.getEntity().writeTo(body);
        }
        String[] target = request.getPath().split("\\?", 2);
        return new Call(
                request.getMethod(),
                URLDecoder.decode(target[0].replace("+", "%2B"), StandardCharsets.UTF_8),
                Forms.parse(target.length > 1 ? target[1] : ""),
                headers,
                body.toByteArray());
    }
}
