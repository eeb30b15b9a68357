package no.kravbro.camel;

import no.kravbro.RunningRoutes;
import no.kravbro.agency.file.FileFormat;
import org.springframework.stereotype.Component;

/** The formats of the agencies that exchange files. Read when needed: the file may change on the running system. */
@Component
class FileFormats {

    private final RunningRoutes routes;

    FileFormats(RunningRoutes routes) {
        this.routes = routes;
    }

    FileFormat of(String agency) {
        return FileFormat.of(routes.path(), agency);
    }
}
