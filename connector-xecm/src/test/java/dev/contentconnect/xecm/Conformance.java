package dev.contentconnect.xecm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.xecm.sandbox.Exchange;
import dev.contentconnect.xecm.sandbox.XecmSandbox;
import java.util.LinkedHashSet;
import java.util.Set;

/** Holds all that went between our client and our sandbox against what is known of the vendor. */
final class Conformance {
    private Conformance() {}

    static void hold(XecmSandbox sandbox) {
        Set<String> problems = new LinkedHashSet<>();
        for (Exchange one : sandbox.exchanges()) {
            if (one.aside().isEmpty()) {
                problems.addAll(Facts.known().problems(one));
            }
        }
        assertThat(problems).isEmpty();
    }
}
