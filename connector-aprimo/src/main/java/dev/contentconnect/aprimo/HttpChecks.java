package dev.contentconnect.aprimo;

import dev.contentconnect.aprimo.api.Checks;
import dev.contentconnect.aprimo.api.Select;
import dev.contentconnect.aprimo.wire.WireCheckResult;
import dev.contentconnect.core.http.RequestUri;
import java.util.List;
import java.util.Map;

/** Results of checks over HTTP. */
record HttpChecks(AprimoHttp http) implements Checks {
    private RequestUri of(String version) {
        return http.core("fileversion", version, "checkresults");
    }

    @Override
    public List<WireCheckResult> results(String version) {
        return http.items("checks.results", of(version).build(), Select.NOTHING, WireCheckResult.class);
    }

    @Override
    public String add(String version, String check, String outcome, String description) {
        return http.create(
                "checks.add", of(version), Map.of("checkId", check, "outcome", outcome, "description", description));
    }
}
