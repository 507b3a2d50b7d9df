package dev.contentconnect.xecm.sandbox;

import static dev.contentconnect.xecm.sandbox.Vault.map;

import dev.contentconnect.core.testkit.SandboxRequest;
import dev.contentconnect.core.testkit.SandboxResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A search index that lags behind, knows days only, and repeats its last page for all beyond it. */
final class SearchRoutes {
    private static final Pattern IN = Pattern.compile("\\[QLREGION \"(\\w+)\"] IN \\(([\\d,]+)\\)");
    private static final Pattern SINCE = Pattern.compile("\\[QLREGION \"OTModifyDate\"] >= (\\d{8})");
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"");

    private final Vault vault;
    private List<Node> indexed = new ArrayList<>();

    SearchRoutes(Vault vault) {
        this.vault = vault;
    }

    void register(XecmSandbox sandbox) {
        sandbox.on("POST", "/v2/search", this::search);
    }

    void index() {
        indexed = new ArrayList<>(vault.nodes.values());
    }

    private SandboxResponse search(SandboxRequest request) {
        Form form = Form.of(request);
        List<Node> found = new ArrayList<>(indexed);
        if (form.text("location_id1") != null) {
            long folder = Vault.id(form.text("location_id1"));
            found.removeIf(one -> one.parent != folder);
        }
        for (String part : form.required("where").split(" AND ", -1)) {
            narrow(found, part);
        }
        int limit = form.text("limit") == null ? 100 : Integer.parseInt(form.text("limit"));
        int pages = Math.max(1, (found.size() + limit - 1) / limit);
        int page = Math.min(pages, form.text("page") == null ? 1 : Integer.parseInt(form.text("page")));
        List<Object> results = new ArrayList<>();
        for (Node one : vault.slice(found, page, limit)) {
            Map<String, Object> element = vault.element(one, List.of("properties", "versions"));
            results.add(element);
        }
        return SandboxResponse.json(map(
                "collection",
                map("paging", vault.page(found, page, limit), "searching", map("cache_id", 77123)),
                "results",
                results));
    }

    private void narrow(List<Node> found, String part) {
        Matcher in = IN.matcher(part);
        Matcher since = SINCE.matcher(part);
        Matcher word = WORD.matcher(part);
        if (in.matches()) {
            List<String> values = List.of(in.group(2).split(",", -1));
            found.removeIf(one -> !values.contains(Integer.toString(one.type)));
        } else if (since.matches()) {
            found.removeIf(one ->
                    vault.local(one.modified).substring(0, 10).replace("-", "").compareTo(since.group(1)) < 0);
        } else if (word.matches()) {
            String text = word.group(1).toLowerCase(Locale.ROOT);
            found.removeIf(one -> !one.name.toLowerCase(Locale.ROOT).contains(text));
        } else {
            throw new Refusal(400, "Error Evaluating Query");
        }
    }
}
