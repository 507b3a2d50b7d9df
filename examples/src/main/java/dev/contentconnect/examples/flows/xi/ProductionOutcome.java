package dev.contentconnect.examples.flows.xi;

import dev.contentconnect.core.model.SourceRef;
import java.util.List;

/** Where an asset, or a production, stands in {@link ProductionProject}. */
public sealed interface ProductionOutcome {

    /** The asset is of no production; it was taken out of those it was in. */
    record NotInProduction() implements ProductionOutcome {}

    /**
     * The asset names a production that has no workspace. Call again later.
     *
     * @param key what it names
     */
    record NoWorkspace(String key) implements ProductionOutcome {}

    /**
     * Workspace and assets say the same.
     *
     * @param workspace the workspace of the production
     * @param cuts its assets
     */
    record Tracked(SourceRef workspace, List<Cut> cuts) implements ProductionOutcome {

        /** Copies the list. */
        public Tracked {
            cuts = List.copyOf(cuts);
        }
    }
}
