package dev.contentconnect.xecm.map;

import dev.contentconnect.core.model.SourceRef;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The title of a workflow: what people call it, and in brackets what a workflow has no other place for, so that it is found
 * again and its subject is known.
 *
 * @param title what people call it
 * @param mark the mark of its key
 * @param stakeholder whose decision is asked for; null for a case, and for the map's own rules
 * @param subject what it is about, {@code system:id}; null for nothing
 * @param version which version of it, or null
 */
public record WorkflowTitle(
        String title,
        String mark,
        @Nullable String stakeholder,
        @Nullable String subject,
        @Nullable String version) {
    private static final int MOST = 120;
    private static final Pattern FORM =
            Pattern.compile("^(.*?) ?\\[((?:wa|wc)-[0-9a-f]{16}):([^\\]:]*):([^\\]:]*):([^\\]:]*)]$", Pattern.DOTALL);

    /**
     * The mark of a request for approval or of a case.
     *
     * @param approval whether it is for an approval
     * @param key the key, and the stakeholder where there is one
     * @return the mark
     */
    public static String mark(boolean approval, String key) {
        String kind = approval ? "wa" : "wc";
        return kind + Names.mark(kind, key).substring(2);
    }

    /**
     * Reads the title of a workflow.
     *
     * @param text as the server sends it
     * @return the parts; null when it was not made by this connector
     */
    public static @Nullable WorkflowTitle read(@Nullable String text) {
        Matcher matcher = text == null ? null : FORM.matcher(text.strip());
        if (matcher == null || !matcher.matches()) {
            return null;
        }
        return new WorkflowTitle(
                matcher.group(1), matcher.group(2), part(matcher, 3), part(matcher, 4), part(matcher, 5));
    }

    private static @Nullable String part(Matcher matcher, int group) {
        String text = matcher.group(group);
        try {
            return text.isEmpty() ? null : URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException editedByHand) {
            return null;
        }
    }

    /**
     * Whether it asks for an approval.
     *
     * @return false for a case
     */
    public boolean isApproval() {
        return mark.startsWith("wa");
    }

    /**
     * What it is about.
     *
     * @return null when it does not say, or not in our way
     */
    public @Nullable SourceRef subjectRef() {
        return SourceRef.parseOrNull(subject);
    }

    /** The title as the server stores it. */
    @Override
    public String toString() {
        String plain = title.replaceAll("\\p{Cntrl}+", " ").strip();
        String cut =
                plain.length() <= MOST ? plain : plain.substring(0, MOST - 1).stripTrailing() + "…";
        return cut + " [" + mark + ":" + part(stakeholder) + ":" + part(subject) + ":" + part(version) + "]";
    }

    private static String part(@Nullable String text) {
        return text == null ? "" : URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
