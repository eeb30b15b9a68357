package no.kravbro.crash;

import java.util.ArrayList;
import java.util.List;

/** Every kind of work with every agency that has it. */
final class Stories {

    private Stories() {}

    static List<Story> all(Ground ground) {
        List<Story> all = new ArrayList<>();
        Agencies.ALL.forEach(agency -> all.add(new Submitting(ground, agency)));
        Agencies.ALL.forEach(agency -> all.add(new Receiving(ground, agency)));
        Agencies.ALL.forEach(agency -> all.add(new Following(ground, agency)));
        all.add(new Settling(ground, "bahs"));
        all.add(new Settling(ground, "ecpay"));
        return all;
    }

    static List<String> names() {
        return all(null).stream().map(Story::name).toList();
    }
}
