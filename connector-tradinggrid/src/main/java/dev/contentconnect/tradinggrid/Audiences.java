package dev.contentconnect.tradinggrid;

import static dev.contentconnect.tradinggrid.TradingGridConnector.REFUSED;

import dev.contentconnect.core.model.Segment;
import dev.contentconnect.core.model.SegmentKind;
import dev.contentconnect.tradinggrid.wire.WireXrefEntry;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which partner belongs to which audience: by a table of Cartographer, or by the configuration. */
interface Audiences {
    /** The audiences of one partner. */
    Set<Segment> of(String partner);

    /** Whether a partner belongs to an audience. */
    boolean holds(String partner, Segment segment);

    /** The audiences of all partners that have any. */
    Map<String, Set<Segment>> all();

    /** By the configuration. */
    record Configured(Map<Segment, List<String>> audiences) implements Audiences {
        @Override
        public Set<Segment> of(String partner) {
            return all().getOrDefault(partner, Set.of());
        }

        @Override
        public boolean holds(String partner, Segment segment) {
            return audiences.getOrDefault(segment, List.of()).contains(partner);
        }

        @Override
        public Map<String, Set<Segment>> all() {
            Map<String, Set<Segment>> out = new HashMap<>();
            audiences.forEach((segment, partners) -> partners.forEach(partner ->
                    out.computeIfAbsent(partner, any -> new LinkedHashSet<>()).add(segment)));
            return out;
        }
    }

    /** By the rows of a table whose keys are partner, kind and value. */
    record Table(TradingGridClient client, String solution, String entity, String delimiter) implements Audiences {
        private static final int MOST_ROWS = 100_000;

        String key(String partner, Segment segment) {
            String kind = segment.kind().value();
            for (String part : List.of(partner, kind)) {
                if (part.contains(delimiter)) {
                    throw REFUSED.rejected(
                            "partners.rules", "rule_key", "a part of the key holds the delimiter " + delimiter);
                }
            }
            return partner + delimiter + kind + delimiter + segment.value();
        }

        @Override
        public boolean holds(String partner, Segment segment) {
            String key = key(partner, segment);
            return client.crossReferences()
                    .row(solution, entity, key)
                    .filter(row -> key.equals(row.key()))
                    .isPresent();
        }

        @Override
        public Set<Segment> of(String partner) {
            Set<Segment> out = new LinkedHashSet<>();
            for (WireXrefEntry row : client.crossReferences().search(solution, entity, partner)) {
                String[] parts = parts(row);
                if (parts != null && parts[0].equals(partner)) {
                    out.add(segment(parts));
                }
            }
            return out;
        }

        @Override
        public Map<String, Set<Segment>> all() {
            Map<String, Set<Segment>> out = new HashMap<>();
            int rows = 0;
            for (WireXrefEntry row : client.crossReferences().rows(solution, entity)) {
                if (++rows > MOST_ROWS) {
                    throw REFUSED.rejected(
                            "partners.list", "too_many", "table " + entity + " has more than " + MOST_ROWS + " rows");
                }
                String[] parts = parts(row);
                if (parts != null) {
                    out.computeIfAbsent(parts[0], any -> new LinkedHashSet<>()).add(segment(parts));
                }
            }
            return out;
        }

        private String @Nullable [] parts(WireXrefEntry row) {
            String key = row.key();
            String[] parts = key == null ? new String[0] : key.split(Pattern.quote(delimiter), 3);
            boolean whole = parts.length == 3 && !parts[0].isBlank() && !parts[1].isBlank() && !parts[2].isBlank();
            return whole ? parts : null;
        }

        private static Segment segment(String[] parts) {
            return new Segment(SegmentKind.of(parts[1]), parts[2]);
        }
    }
}
