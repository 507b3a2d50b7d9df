package dev.contentconnect.aprimo.pm.api;

import dev.contentconnect.core.model.SourceRef;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Names one object of Productivity Management, so that it is not taken for another one with the same number, nor for a record of
 * the DAM: {@code tasks/12}, {@code digital-assets/5/versions/9}.
 *
 * @param resource what the service calls the collection, for example {@code tasks}
 * @param id the number of the object, 1 or more
 * @param version the number of a version, or null
 */
public record PmRef(String resource, long id, @Nullable Long version) {
    /** Campaigns. */
    public static final String ACTIVITIES = "activities";

    /** Projects. */
    public static final String PROJECTS = "projects";

    /** Tasks. */
    public static final String TASKS = "tasks";

    /** Requests for work. */
    public static final String PROPOSALS = "activity-proposals";

    /** Money that was promised. */
    public static final String COMMITMENTS = "commitments";

    /** Money that was asked for. */
    public static final String INVOICES = "invoices";

    /** Budgets. */
    public static final String FUNDING_ACCOUNTS = "funding-accounts";

    /** Files that hang on objects. */
    public static final String ATTACHMENTS = "attachments";

    /** Assets under review. */
    public static final String DIGITAL_ASSETS = "digital-assets";

    /** How the collections of the tenant's own kinds begin. */
    public static final String GENERIC_OBJECTS = "generic-object-";

    private static final Pattern FORM =
            Pattern.compile("([a-z][a-z-]{1,60})/([1-9][0-9]{0,17})(?:/versions/([1-9][0-9]{0,17}))?");

    /**
     * Makes the name.
     *
     * @param resource what the service calls the collection
     * @param id the number of the object
     * @param version the number of a version, or null
     */
    public PmRef {
        Objects.requireNonNull(resource, "resource");
    }

    /**
     * Names an object.
     *
     * @param resource what the service calls the collection
     * @param id the number of the object
     * @return the name
     */
    public static PmRef of(String resource, long id) {
        return new PmRef(resource, id, null);
    }

    /**
     * Reads a name.
     *
     * @param text for example {@code tasks/12}
     * @return the name; nothing when it is none, as for a record of the DAM
     */
    public static Optional<PmRef> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String version = matcher.group(3);
        return Optional.of(new PmRef(
                matcher.group(1), Long.parseLong(matcher.group(2)), version == null ? null : Long.valueOf(version)));
    }

    /**
     * Whether it is of a collection.
     *
     * @param wanted what the service calls the collection
     * @return whether
     */
    public boolean isOf(String wanted) {
        return resource.equals(wanted);
    }

    /**
     * The identity.
     *
     * @param system the connector's short name
     * @return the identity
     */
    public SourceRef in(String system) {
        return SourceRef.of(system, toString());
    }

    @Override
    public String toString() {
        return resource + "/" + id + (version == null ? "" : "/versions/" + version);
    }
}
