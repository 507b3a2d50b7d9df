package dev.contentconnect.xecm.sandbox;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Holds all that went between a client and the sandbox against what is known of the vendor. */
final class Conformance {
    private Conformance() {}

    /** Fails where something differs that nobody meant so. */
    static void hold(List<Exchange> exchanges) {
        Set<String> problems = new LinkedHashSet<>();
        for (Exchange one : exchanges) {
            if (one.onPurpose().isEmpty()) {
                problems.addAll(problems(one));
            }
        }
        if (!problems.isEmpty()) {
            throw new AssertionError("not as the vendor has it:\n  " + String.join("\n  ", problems));
        }
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
