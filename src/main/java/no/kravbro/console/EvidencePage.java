package no.kravbro.console;

import no.kravbro.api.Caller;
import no.kravbro.api.EvidenceApi;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The evidence of a claim as a download. */
@Controller
class EvidencePage {

    private final EvidenceApi evidence;

    EvidencePage(EvidenceApi evidence) {
        this.evidence = evidence;
    }

    @GetMapping("/claims/{key}/evidence")
    ResponseEntity<byte[]> download(@PathVariable String key, Caller caller) {
        return ResponseEntity.ok()
                .header("Content-Type", "application/zip")
                .header("Content-Disposition", "attachment; filename=\"" + key.replaceAll("[^0-9-]", "") + ".zip\"")
                .body(evidence.pack(key, caller));
    }
}
