package dev.contentconnect.vip;

import dev.contentconnect.core.error.MappingIssue;
import dev.contentconnect.core.json.Json;
import dev.contentconnect.core.json.JsonException;
import dev.contentconnect.vip.api.VtinfoBrand;
import dev.contentconnect.vip.wire.WireBrand;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads groups of brands. A brand comes once for each group that names it, and once more in the group {@code All}. */
final class VtinfoBrands {
    private static final String EVERY = "All";

    private final Map<String, WireBrand> brands = new LinkedHashMap<>();
    private final Map<String, Set<String>> groups = new LinkedHashMap<>();
    private final Consumer<MappingIssue> issues;

    private VtinfoBrands(Consumer<MappingIssue> issues) {
        this.issues = issues;
    }

    static List<VtinfoBrand> read(Object data, Consumer<MappingIssue> issues) {
        if (!(data instanceof List<?> groups)) {
            throw new JsonException("the groups of brands are no list");
        }
        VtinfoBrands all = new VtinfoBrands(issues);
        groups.forEach(all::group);
        List<VtinfoBrand> out = new ArrayList<>();
        all.brands.forEach((id, brand) ->
                out.add(new VtinfoBrand(brand, List.copyOf(all.groups.getOrDefault(id, Set.of())))));
        return out;
    }

    private void group(@Nullable Object plain) {
        if (plain == null) {
            return;
        }
        if (!(plain instanceof Map<?, ?> group)) {
            issues.accept(MappingIssue.of("data", "a group is no object"));
            return;
        }
        String name = group.get("group_name") instanceof String text ? text.strip() : "";
        if (group.get("brands") instanceof List<?> members) {
            members.forEach(one -> brand(name, one));
        } else if (group.get("brands") != null) {
            issues.accept(new MappingIssue("brands", "no list", name));
        }
    }

    private void brand(String group, @Nullable Object plain) {
        if (plain == null) {
            return;
        }
        WireBrand brand;
        try {
            brand = Json.convert(plain, WireBrand.class);
        } catch (JsonException e) {
            issues.accept(new MappingIssue("brands", String.valueOf(e.getMessage()), group));
            return;
        }
        String id = brand.id();
        if (id == null || id.isBlank()) {
            issues.accept(new MappingIssue("brand_id", "missing", brand.name()));
            return;
        }
        brands.putIfAbsent(id, brand);
        if (!group.isEmpty() && !group.equalsIgnoreCase(EVERY)) {
            groups.computeIfAbsent(id, any -> new LinkedHashSet<>()).add(group);
        }
    }
}
