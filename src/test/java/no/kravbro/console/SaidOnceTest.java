package no.kravbro.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.web.servlet.FlashMap;

@DisplayName("What is said once")
class SaidOnceTest {

    private final SaidOnce once = new SaidOnce();
    private final MockHttpSession session = new MockHttpSession();

    @Test
    @DisplayName("is not taken by a part that the open page fetches anew before the person sees the next page")
    void waitsForThePage() {
        FlashMap said = new FlashMap();
        said.put("done", "done.cancelled");
        said.setTargetRequestPath("/dead-letters/retries/1");
        once.saveOutputFlashMap(said, asked("POST", false), new MockHttpServletResponse());

        assertThat(read(asked("GET", true))).isNull();
        assertThat(read(asked("GET", false))).containsEntry("done", "done.cancelled");
        assertThat(read(asked("GET", false))).isNull();
    }

    private Map<String, Object> read(MockHttpServletRequest request) {
        return once.retrieveAndUpdate(request, new MockHttpServletResponse());
    }

    private MockHttpServletRequest asked(String method, boolean part) {
        MockHttpServletRequest request = new MockHttpServletRequest(method, "/dead-letters/retries/1");
        request.setSession(session);
        if (part) {
            request.addHeader("HX-Request", "true");
        }
        return request;
    }
}
