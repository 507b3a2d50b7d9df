package dev.contentconnect.xecm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.xecm.sandbox.Exchange;
import dev.contentconnect.xecm.sandbox.XecmSandbox;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Holds all that went between our client and our sandbox against what is known of the vendor. */
final class Conformance {
    private Conformance() {}

    static void hold(XecmSandbox sandbox) {
        Set<String> problems = new LinkedHashSet<>();
        for (Exchange one : sandbox.exchanges()) {
            if (one.aside().isEmpty()) {
                problems.addAll(problems(one));
            }
        }
        assertThat(problems).isEmpty();
    }

    private static List<String> problems(Exchange one) {
        List<String> out = new ArrayList<>(Facts.known().problems(one));
        Specification.configured()
                .ifPresent(known -> known.problems(one).forEach(problem -> out.add(problem.toString())));
        return out;
    }
}
