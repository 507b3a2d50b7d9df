package dev.contentconnect.vip;

import dev.contentconnect.core.config.ConfigCheck;
import dev.contentconnect.core.http.PathTemplate;
import dev.contentconnect.core.json.AssetField;
import dev.contentconnect.core.json.JsonPaging;
import dev.contentconnect.core.json.JsonPointer;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What can be wrong with paths, fields and paging of a private REST interface. */
record VtinfoRestChecks(ConfigCheck check) {
    /** The path of a list of assets. */
    static final String ASSETS = "assets";

    /** The path of one asset. */
    static final String ASSET = "asset";

    /** The place that the path of one asset has for its id. */
    static final String ID = "id";

    private static final String NAME = "[A-Za-z][A-Za-z0-9]*";

    void paths(Map<String, String> paths, Map<String, String> values, Set<String> parameters) {
        if (paths.isEmpty()) {
            check.problem("restPaths", "is required: one path at least");
        }
        names("restParameters", parameters);
        names("restValues", values.keySet());
        values.forEach((name, value) -> check.required("restValues." + name, value));
        paths.forEach((name, text) -> {
            String option = "restPaths." + name;
            if (!name.matches(NAME)) {
                check.problem(option, "must be named by letters and digits");
            }
            Set<String> unknown = new LinkedHashSet<>();
            try {
                unknown.addAll(PathTemplate.of(text).names());
            } catch (IllegalArgumentException e) {
                check.problem(option, String.valueOf(e.getMessage()));
                return;
            }
            if (name.equals(ASSET) && !unknown.remove(ID)) {
                check.problem(option, "must have a place {id}");
            }
            unknown.removeAll(values.keySet());
            unknown.removeAll(parameters);
            if (!unknown.isEmpty()) {
                check.problem(option, "has places that are neither in restValues nor in restParameters: " + unknown);
            }
        });
    }

    void fields(Map<String, String> fields, Map<String, String> paths) {
        boolean ofAssets = paths.containsKey(ASSETS) || paths.containsKey(ASSET);
        if (ofAssets && !fields.containsKey(AssetField.ID.word())) {
            check.problem("restFields", "must map id, because there is a path for assets");
        }
        fields.forEach((word, pointer) -> {
            if (AssetField.of(word).isEmpty()) {
                String all = Arrays.toString(
                        Arrays.stream(AssetField.values()).map(AssetField::word).toArray());
                check.problem("restFields." + word, "is no field; there are " + all);
            }
            pointer("restFields." + word, pointer);
        });
    }

    void paging(JsonPaging paging) {
        paging.lacks()
                .forEach(part -> check.problem(
                        part.equals("next") ? "restNext" : "restPageParameter",
                        "is required for the paging " + VtinfoOptions.lower(paging.kind())));
        check.range("restFirstPage", paging.first(), 0, 1_000);
        pointer("restNext", paging.next());
        pointer("restTotal", paging.total());
    }

    void pointer(String option, @Nullable String text) {
        try {
            if (text != null) {
                JsonPointer.of(text);
            }
        } catch (IllegalArgumentException e) {
            check.problem(option, "must be a JSON pointer such as /item/name");
        }
    }

    private void names(String option, Set<String> names) {
        if (!names.stream().allMatch(name -> name.matches(NAME))) {
            check.problem(option, "must be named by letters and digits");
        }
    }
}
