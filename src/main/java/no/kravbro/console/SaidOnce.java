package no.kravbro.console;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.support.SessionFlashMapManager;

/**
 * Keeps what is said once ("cancelled; what was not sent is as before") for the page the person is led to. A part that an open
 * page fetches anew in between has the same address but no place for it, and would take it away unread.
 */
@Component(DispatcherServlet.FLASH_MAP_MANAGER_BEAN_NAME)
class SaidOnce extends SessionFlashMapManager {

    @Override
    protected List<FlashMap> retrieveFlashMaps(HttpServletRequest request) {
        boolean part = "GET".equals(request.getMethod()) && request.getHeader("HX-Request") != null;
        return part ? null : super.retrieveFlashMaps(request);
    }
}
