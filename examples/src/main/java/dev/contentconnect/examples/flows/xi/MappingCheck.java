package dev.contentconnect.examples.flows.xi;

import dev.contentconnect.core.config.ConfigException;
import dev.contentconnect.core.config.ConfigProblem;
import dev.contentconnect.core.model.RightsStatus;
import dev.contentconnect.examples.flows.xi.FieldSpec.Holding;
import dev.contentconnect.examples.flows.xi.RightsMapping.Kind;
import dev.contentconnect.examples.flows.xi.RightsMapping.Slot;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Holds a mapping against the fields of both systems, and tells every mistake at once. */
final class MappingCheck {
    private static final Map<Kind, Set<Holding>> FITTING = Map.of(
            Kind.WORD, Set.of(Holding.TEXT, Holding.CHOICE),
            Kind.TEXT, Set.of(Holding.TEXT),
            Kind.LONG_TEXT, Set.of(Holding.TEXT),
            Kind.TEXTS, Set.of(Holding.TEXT, Holding.CHOICE),
            Kind.MOMENT, Set.of(Holding.MOMENT, Holding.TEXT),
            Kind.DAY, Set.of(Holding.DAY, Holding.MOMENT, Holding.TEXT),
            Kind.FLAG, Set.of(Holding.FLAG),
            Kind.ROWS, Set.of(Holding.SET));

    /** A record of rights with one grant has about a third of it. */
    private static final int LONG = 4_000;

    private final RightsMapping mapping;
    private final List<ConfigProblem> problems = new ArrayList<>();

    private MappingCheck(RightsMapping mapping) {
        this.mapping = mapping;
    }

    /** @throws ConfigException naming everything that does not fit */
    static void of(String flow, RightsMapping mapping, FieldCatalog library, FieldCatalog workspace) {
        MappingCheck check = new MappingCheck(mapping);
        check.system(library, true);
        check.system(workspace, false);
        if (!check.problems.isEmpty()) {
            throw new ConfigException(flow, check.problems);
        }
    }

    private void system(FieldCatalog catalog, boolean library) {
        catalog.problems().forEach(problem -> problems.add(new ConfigProblem(catalog.system(), problem)));
        Set<String> mapped = new HashSet<>();
        mapping.slots().forEach((part, both) -> {
            Slot slot = library ? both.library() : both.workspace();
            if (slot != null) {
                mapped.add(slot.name().toLowerCase(Locale.ROOT));
                catalog.find(slot.name())
                        .ifPresentOrElse(
                                field -> fits(part, slot, field, catalog),
                                () -> problem(catalog, part, "is mapped to " + slot.name() + ", which is not there"));
            }
        });
        catalog.fields().stream()
                .filter(field ->
                        field.required() && !mapped.contains(field.name().toLowerCase(Locale.ROOT)))
                .forEach(field -> problems.add(
                        new ConfigProblem(catalog.system(), "wants " + field.name() + ", which nothing is mapped to")));
    }

    private void fits(String part, Slot slot, FieldSpec field, FieldCatalog catalog) {
        Kind kind = slot.kind();
        String name = field.name();
        if (!field.writable()) {
            problem(catalog, part, "is mapped to " + name + ", which cannot be written");
        }
        if (field.type() != Holding.UNKNOWN && !fitting(kind).contains(field.type())) {
            problem(catalog, part, "is mapped to " + name + ", which holds " + field.type() + " and not " + kind);
            return;
        }
        boolean wanted = kind == Kind.TEXTS || kind == Kind.ROWS;
        if (field.multi() != wanted) {
            problem(
                    catalog,
                    part,
                    "is mapped to " + name + ", which holds " + (wanted ? "one value only" : "several values"));
        }
        if (kind == Kind.WORD) {
            words(part).stream()
                    .filter(word -> !catalog.takes(field, word))
                    .forEach(word -> problem(
                            catalog,
                            part,
                            "is mapped to " + name + ", which does not take " + word + " but " + field.options()));
        }
        Integer most = field.maxLength();
        if (kind == Kind.LONG_TEXT && most != null && most < LONG) {
            problem(catalog, part, "is mapped to " + name + ", which takes " + most + " characters only, not " + LONG);
        }
    }

    private static Set<Holding> fitting(Kind kind) {
        return Objects.requireNonNull(FITTING.get(kind));
    }

    private List<String> words(String part) {
        return part.equals("approval")
                ? mapping.approvals().values().stream().sorted().toList()
                : mapping.statuses().stream().map(RightsStatus::value).toList();
    }

    private void problem(FieldCatalog catalog, String part, String what) {
        problems.add(new ConfigProblem(catalog.system() + "." + part, what));
    }
}
