package no.kravbro.bundle;

import net.sf.saxon.lib.ErrorReporter;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XmlProcessingError;

/** Keeps the first error of a stylesheet: place and reason, free of the document's values. */
final class XsltErrors implements ErrorReporter {

    /** Names of exceptions, which help nobody. */
    private static final String NAMES = "^([A-Za-z0-9_.]+Exception: )+";

    private final String file;
    private XmlProcessingError first;

    XsltErrors(String file) {
        this.file = file;
    }

    @Override
    public void report(XmlProcessingError error) {
        if (first == null && !error.isWarning()) {
            first = error;
        }
    }

    /** The exception's own cause is left out at run time: its message may quote the document. */
    MappingException refused(SaxonApiException failure) {
        int line = first == null || first.getLocation() == null
                ? failure.getLineNumber()
                : first.getLocation().getLineNumber();
        String reason = String.valueOf(first == null ? failure.getMessage() : first.getMessage());
        String safe = reason.lines()
                .findFirst()
                .orElse("no reason given")
                .replaceFirst(NAMES, "")
                .replaceAll("\"[^\"]*\"|'[^']*'", "…");
        return new MappingException(file, Math.max(0, line), safe, null);
    }
}
