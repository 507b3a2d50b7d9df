package dev.contentconnect.examples.flows.xi;

import dev.contentconnect.core.model.SourceRef;
import java.util.List;

/** What a workspace refers to after a flow looked. */
public sealed interface ShelfOutcome {

    /**
     * There is no workspace of this key, or none that we may see. Nothing was done; call again when there is one.
     *
     * @param key the business key
     */
    record NoWorkspace(String key) implements ShelfOutcome {}

    /**
     * The workspace refers to what it should.
     *
     * @param workspace its identity
     * @param standing the assets of the library that it refers to, of those that were looked at
     * @param added which of these it did not refer to before
     * @param removed the assets that it does not refer to any more
     */
    record Shelved(SourceRef workspace, List<SourceRef> standing, List<SourceRef> added, List<SourceRef> removed)
            implements ShelfOutcome {
        /** Copies the lists. */
        public Shelved {
            standing = List.copyOf(standing);
            added = List.copyOf(added);
            removed = List.copyOf(removed);
        }
    }
}
