package dev.contentconnect.examples.flows.xi;

import dev.contentconnect.core.model.SourceRef;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * One asset of a production, as its workspace shows it.
 *
 * @param asset its identity in the media library
 * @param title what people call it
 * @param version its current version
 * @param delivered the version that was delivered as final cut; blank for none
 * @param approved the version that was approved last; blank for none
 * @param state in production, in review, approved, rejected, delivered, done (delivered and approved), blocked or gone
 */
public record Cut(SourceRef asset, String title, String version, String delivered, String approved, String state) {
    /** Delivered and approved, in the same version. */
    static final String DONE = "done";

    static final String GONE = "gone";
    private static final String ASSET = "Asset";

    static Cut of(Map<String, String> row) {
        return new Cut(
                ref(row),
                row.getOrDefault("Title", ""),
                row.getOrDefault("Version", ""),
                row.getOrDefault("Delivered", ""),
                row.getOrDefault("Approved", ""),
                row.getOrDefault("State", ""));
    }

    /** Rows that name no asset are not ours. */
    static boolean isOne(Map<String, String> row) {
        return row.getOrDefault(ASSET, "").indexOf(':') > 0
                && !row.getOrDefault(ASSET, "").endsWith(":");
    }

    private static SourceRef ref(Map<String, String> row) {
        return SourceRef.parse(Objects.requireNonNull(row.get(ASSET)));
    }

    Map<String, String> row() {
        Map<String, String> out = new LinkedHashMap<>();
        out.put(ASSET, asset.toString());
        out.put("Title", title);
        out.put("Version", version);
        out.put("Delivered", delivered);
        out.put("Approved", approved);
        out.put("State", state);
        return out;
    }

    Cut gone() {
        return new Cut(asset, title, version, delivered, approved, GONE);
    }

    boolean isDone() {
        return state.equals(DONE);
    }

    /** The state of a whole production; blank for one without assets, of which nothing is known. */
    static String summary(List<Cut> cuts) {
        List<Cut> there = cuts.stream().filter(one -> !one.state.equals(GONE)).toList();
        if (there.isEmpty()) {
            return "";
        }
        long done = there.stream().filter(Cut::isDone).count();
        return done == there.size() ? "delivered and approved" : done + " of " + there.size() + " done";
    }
}
