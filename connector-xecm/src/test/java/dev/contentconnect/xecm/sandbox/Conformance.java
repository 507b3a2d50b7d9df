package dev.contentconnect.xecm.sandbox;

import dev.contentconnect.core.testkit.Exchange;
import java.util.ArrayList;
import java.util.List;

/** Holds all that went between a client and the sandbox against what is known of the vendor. */
final class Conformance {
    private Conformance() {}

    /** What differs, each once. */
    static List<String> problems(List<Exchange> exchanges) {
        return exchanges.stream()
                .flatMap(one -> problems(one).stream())
                .distinct()
                .toList();
    }

    private static List<String> problems(Exchange one) {
        List<String> out = new ArrayList<>(Facts.known().problems(one));
        // Without documents the validator need not be on the class path.
        if (!System.getProperty("contentconnect.specs", "").isBlank()) {
            Specification.configured()
                    .ifPresent(known -> known.problems(one).forEach(problem -> out.add(problem.toString())));
        }
        return out;
    }
}
