package dev.contentconnect.core.error;

import org.jspecify.annotations.Nullable;

/**
 * One thing that could not be carried from a system's form into the canonical one, or back.
 *
 * @param path where, for example {@code items[3].dueDate}; never blank
 * @param problem what is wrong with it, capped and free of secrets
 * @param item the id of the item it belongs to, where known
 */
public record MappingIssue(
        String path, String problem, @Nullable String item) {

    /**
     * Makes an issue.
     *
     * @param path where, for example {@code items[3].dueDate}; never blank
     * @param problem what is wrong with it, capped and free of secrets
     * @param item the id of the item it belongs to, where known
     * @throws IllegalArgumentException when {@code path} is blank
     */
    public MappingIssue {
        if (path.isBlank()) {
            throw new IllegalArgumentException("path must not be blank");
        }
        problem = dev.contentconnect.core.internal.Redaction.clean(problem, 300);
    }

    /**
     * An issue of an item that is not known by id.
     *
     * @param path where
     * @param problem what is wrong
     * @return the issue
     */
    public static MappingIssue of(String path, String problem) {
        return new MappingIssue(path, problem, null);
    }
}
