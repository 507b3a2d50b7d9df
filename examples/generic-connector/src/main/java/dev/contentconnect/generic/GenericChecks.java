package dev.contentconnect.generic;

import dev.contentconnect.core.config.ConfigCheck;
import dev.contentconnect.core.http.PathTemplate;
import dev.contentconnect.core.json.AssetField;
import dev.contentconnect.core.json.FlatRights;
import dev.contentconnect.core.json.JsonPaging;
import dev.contentconnect.core.json.JsonPointer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What can be wrong with paths, places and parameters. */
record GenericChecks(ConfigCheck check) {
    /** Parts of a query that a system may have a parameter for. */
    static final List<String> FILTERS = List.of("text", "key", "changedSince", "statuses", "kinds", "tags");

    private static final List<String> RIGHTS = List.of(
            FlatRights.STATUS,
            FlatRights.HOLDER,
            FlatRights.USAGE_TERMS,
            FlatRights.VALID_FROM,
            FlatRights.VALID_UNTIL,
            FlatRights.TERRITORIES,
            FlatRights.RECORD);

    void system(String system) {
        check.word("system", system);
        if (system.indexOf(':') >= 0) {
            check.problem("system", "must not hold a colon");
        }
    }

    void paths(Map<String, String> paths) {
        for (GenericPath needed : List.of(GenericPath.ASSETS, GenericPath.ASSET)) {
            check.required("paths." + needed.word(), paths.get(needed.word()));
        }
        paths.forEach((word, text) -> {
            String option = "paths." + word;
            Set<String> allowed = GenericPath.of(word).map(GenericPath::places).orElse(Set.of());
            known(
                    option,
                    word,
                    Arrays.stream(GenericPath.values()).map(GenericPath::word).toList());
            try {
                Set<String> places = new LinkedHashSet<>(PathTemplate.of(text).names());
                if (allowed.contains(GenericPath.ID) && !places.contains(GenericPath.ID)) {
                    check.problem(option, "must have a place {id}");
                }
                places.removeAll(allowed);
                if (!places.isEmpty()) {
                    check.problem(option, "has places that nothing fills: " + places);
                }
            } catch (IllegalArgumentException e) {
                check.problem(option, String.valueOf(e.getMessage()));
            }
        });
    }

    void method(String option, String method, Set<String> allowed) {
        if (!allowed.contains(method)) {
            check.problem(option, "must be one of " + allowed.stream().sorted().toList());
        }
    }

    void fields(Map<String, String> fields) {
        check.required("fields." + AssetField.ID.word(), fields.get(AssetField.ID.word()));
        fields.forEach((word, pointer) -> {
            known(
                    "fields." + word,
                    word,
                    Arrays.stream(AssetField.values()).map(AssetField::word).toList());
            pointer("fields." + word, pointer);
        });
    }

    void rights(Map<String, String> rights) {
        rights.forEach((name, pointer) -> {
            known("rights." + name, name, RIGHTS);
            pointer("rights." + name, pointer);
        });
    }

    void filters(Map<String, String> filters) {
        filters.forEach((part, parameter) -> {
            known("filters." + part, part, FILTERS);
            check.required("filters." + part, parameter);
        });
    }

    void paging(JsonPaging paging) {
        paging.lacks()
                .forEach(part -> check.problem(
                        part.equals("next") ? "next" : "pageParameter", "is required for this kind of paging"));
        check.range("firstPage", paging.first(), 0, 1_000);
        if (paging.next() != null) {
            pointer("next", paging.next());
        }
        if (paging.total() != null) {
            pointer("total", paging.total());
        }
    }

    /** What is made must be found again by its key, and what broke off must show. */
    void writing(Map<String, String> paths, Map<String, String> fields, Map<String, String> filters) {
        if (paths.containsKey(GenericPath.CREATE.word())) {
            needed("fields", AssetField.KEY.word(), fields, "because assets are made under keys");
            needed("filters", "key", filters, "because assets are looked for before they are made");
        }
        if (paths.containsKey(GenericPath.UPLOAD.word())) {
            needed("fields", AssetField.SIZE_BYTES.word(), fields, "because it tells an asset without its bytes");
            needed("paths", GenericPath.CREATE.word(), paths, "because bytes are put when an asset is made");
        }
        if (paths.containsKey(GenericPath.CREATE.word()) || paths.containsKey(GenericPath.UPDATE.word())) {
            fields.forEach((word, pointer) -> {
                boolean written =
                        AssetField.of(word).map(AssetBody.WRITTEN::contains).orElse(false);
                if (written && pointer.matches("(?s)|.*/[0-9]+(/.*)?")) {
                    check.problem("fields." + word, "must lead to a member by names, because it is written too");
                }
            });
        }
    }

    private void needed(String options, String name, Map<String, String> there, String why) {
        if (!there.containsKey(name)) {
            check.problem(options + "." + name, "is required, " + why);
        }
    }

    private void known(String option, String word, List<String> words) {
        if (!words.contains(word)) {
            check.problem(option, "is not known; there are " + words);
        }
    }

    void pointer(String option, String text) {
        try {
            JsonPointer.of(text);
        } catch (IllegalArgumentException e) {
            check.problem(option, "must be a JSON pointer such as /file/name");
        }
    }

    static Map<GenericPath, PathTemplate> templates(Map<String, String> paths) {
        Map<GenericPath, PathTemplate> out = new LinkedHashMap<>();
        paths.forEach((word, text) -> out.put(GenericPath.of(word).orElseThrow(), PathTemplate.of(text)));
        return out;
    }
}
