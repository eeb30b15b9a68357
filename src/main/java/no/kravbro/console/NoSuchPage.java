package no.kravbro.console;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** What the address names does not exist. */
@ResponseStatus(HttpStatus.NOT_FOUND)
final class NoSuchPage extends RuntimeException {

    private static final long serialVersionUID = 1L;
}
