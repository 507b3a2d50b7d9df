package dev.contentconnect.aprimo.pm.map;

import dev.contentconnect.core.model.Checksum;
import dev.contentconnect.core.model.SourceRef;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The last line of a project's description, by which a case is found again: the service has no key for what others make.
 *
 * @param key the caller's key
 * @param subject what the case is about, or null
 * @param version which version of it, or null
 */
public record CaseMark(
        String key, @Nullable String subject, @Nullable String version) {
    private static final Pattern FORM =
            Pattern.compile("\\[case ([0-9a-f]{32}) key=(\\S+?)(?: about=(\\S+?))?(?: version=(\\S+?))?]");

    /**
     * What to search for: letters and digits, so that no part of it is taken for a wildcard.
     *
     * @param key the caller's key
     * @return 32 hexadecimal digits
     */
    public static String hash(String key) {
        return Checksum.sha256Of(key).hex().substring(0, 32);
    }

    /**
     * Reads a description.
     *
     * @param description the description, or null
     * @return the mark, or null where there is none of ours
     */
    public static @Nullable CaseMark read(@Nullable String description) {
        Matcher matcher = FORM.matcher(description == null ? "" : description);
        CaseMark last = null;
        while (matcher.find()) {
            String key = part(matcher.group(2));
            // Whoever copies a project copies its description; one who edits the key makes it another's.
            if (key != null && hash(key).equals(matcher.group(1))) {
                last = new CaseMark(key, part(matcher.group(3)), part(matcher.group(4)));
            }
        }
        return last;
    }

    private static @Nullable String part(@Nullable String text) {
        try {
            return text == null ? null : URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException editedByHand) {
            return null;
        }
    }

    /**
     * What the case is about.
     *
     * @return the identity, or null
     */
    public @Nullable SourceRef subjectRef() {
        return SourceRef.parseOrNull(subject);
    }

    /**
     * A description with this mark.
     *
     * @param text what people are to read, or null
     * @return the description
     */
    public String under(@Nullable String text) {
        String line = "[case " + hash(key) + " key=" + encoded(key)
                + (subject == null ? "" : " about=" + encoded(subject))
                + (version == null ? "" : " version=" + encoded(version)) + "]";
        return text == null || text.isBlank() ? line : text + "\n\n" + line;
    }

    private static String encoded(String text) {
        // Stars are wildcards of the search.
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("*", "%2A");
    }
}
