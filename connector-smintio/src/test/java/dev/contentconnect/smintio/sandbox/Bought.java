package dev.contentconnect.smintio.sandbox;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes purchases as the service sends them, for {@link SmintioSandbox#buys}: begin with {@link #image}, change members by the
 * names of the interface, end with {@link #build}. The shapes are the vendor's, the data are invented.
 *
 * <pre>{@code
 * sandbox.buys(Bought.image("tx-1", "Beach", clock.now())
 *         .term("valid_until", "2031-12-31T00:00:00Z")
 *         .with("state", "cancelled")
 *         .build());
 * }</pre>
 */
public final class Bought {
    private final Map<String, @Nullable Object> members = new LinkedHashMap<>();
    private final Map<String, @Nullable Object> content = new LinkedHashMap<>();
    private final Map<String, @Nullable Object> term = new LinkedHashMap<>();

    private Bought(String uuid, String name, Instant at) {
        members.put("uuid", uuid);
        members.put("cart_purchase_transaction_uuid", "cart-" + uuid);
        members.put("state", "completed");
        members.put("licensee_uuid", "lic-1");
        members.put("licensee_name", "Northpeak GmbH");
        members.put("project_uuid", "project-1");
        members.put("project_name", text("en", "Summer"));
        members.put("can_be_synced", true);
        members.put("version", 1);
        members.put("created_at", at.toString());
        members.put("last_updated_at", at.toString());
        members.put("license_text", Map.of("effective_text", text("en", "Use it in the ads of the licensee.")));
        content.put("uuid", "getty:image:" + uuid);
        content.put("provider", "getty");
        content.put("content_type", "image");
        content.put("name", text("en", name));
        content.put("keywords", List.of(keyword("en", "beach"), keyword("en", "beach"), keyword("de", "Strand")));
        content.put(
                "release_details",
                Map.of("model_release_state", "released", "property_release_state", "no_release_required"));
    }

    /** A purchase that is complete, with one term that lets advertising everywhere until it is narrowed. */
    public static Bought image(String uuid, String name, Instant at) {
        return new Bought(uuid, name, at)
                .term("sequence_number", 1)
                .term("allowed_usages", List.of("advertising_any"))
                .term("allowed_geographies", List.of("any"))
                .term("is_editorial_use", false);
    }

    /** A text in one culture. */
    public static List<Map<String, Object>> text(String culture, String value) {
        return List.of(Map.of("culture", culture, "value", value));
    }

    private static Map<String, Object> keyword(String culture, String name) {
        return Map.of("culture", culture, "metadata_element", Map.of("name", name));
    }

    /** Sets a member; null takes it away. */
    public Bought with(String member, @Nullable Object value) {
        set(members, member, value);
        return this;
    }

    /** Sets a member of the content; null takes it away. */
    public Bought content(String member, @Nullable Object value) {
        set(content, member, value);
        return this;
    }

    /** Sets a member of the term; null takes it away. */
    public Bought term(String member, @Nullable Object value) {
        set(term, member, value);
        return this;
    }

    private static void set(Map<String, @Nullable Object> in, String member, @Nullable Object value) {
        if (value == null) {
            in.remove(member);
        } else {
            in.put(member, value);
        }
    }

    /** The purchase, changed at a moment. */
    public Bought changed(int version, Instant at) {
        return with("version", version).with("last_updated_at", at.toString());
    }

    /** The members as they are sent. */
    public Map<String, @Nullable Object> build() {
        Map<String, @Nullable Object> out = new LinkedHashMap<>(members);
        out.putIfAbsent("content_element", new LinkedHashMap<>(content));
        if (!term.isEmpty()) {
            out.putIfAbsent("license_terms", List.of(new LinkedHashMap<>(term)));
        }
        return out;
    }
}
