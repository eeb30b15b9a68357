package no.kravbro.camel;

import no.kravbro.Settings;
import no.kravbro.agency.file.FileFormat;
import org.springframework.stereotype.Component;

/** The formats of the agencies that exchange files. Read when needed: the file may change on the running system. */
@Component
class FileFormats {

    private final Settings settings;

    FileFormats(Settings settings) {
        this.settings = settings;
    }

    FileFormat of(String agency) {
        return FileFormat.of(settings.routes().path(), agency);
    }
}
