package dev.contentconnect.tradinggrid.transport;

import dev.contentconnect.core.error.LocalErrors;
import dev.contentconnect.tradinggrid.map.Meaning;

/** Names of files that stay in their folder. */
public final class FileName {
    /** The code of a refusal. */
    public static final String CODE = "file_name";

    private static final int LONGEST = 200;

    private FileName() {}

    /**
     * Whether a name is one plain name: no folder, no way up, no control character, not hidden, and without the ending
     * {@code .part}, which files have that are still being written.
     *
     * @param name the name
     * @return true for a name that may be written, read and moved
     */
    public static boolean isPlain(String name) {
        return !name.isBlank()
                && name.length() <= LONGEST
                && !name.startsWith(".")
                && !name.endsWith(".part")
                && name.equals(name.strip())
                && name.chars().noneMatch(c -> Character.isISOControl(c) || "/\\:*?\"<>|".indexOf(c) >= 0);
    }

    /**
     * A plain name.
     *
     * @param operation what it is for, as in messages
     * @param name the name
     * @return the same name
     * @throws dev.contentconnect.core.error.ConnectorException Rejected with the code {@value #CODE}, before any I/O
     */
    public static String checked(String operation, String name) {
        if (!isPlain(name)) {
            throw LocalErrors.of(Meaning.SYSTEM)
                    .rejected(operation, CODE, "a file name is one plain name of at most " + LONGEST + " characters");
        }
        return name;
    }
}
