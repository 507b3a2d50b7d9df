package dev.contentconnect.examples.flows.tv;

import dev.contentconnect.core.model.SourceRef;
import java.util.List;
import java.util.Map;

/** Where the notices about an asset stand. */
public sealed interface NoticeRound {

    /**
     * There is nothing to tell, or it must not be told like that; nobody was told.
     *
     * @param reasons in words for people
     */
    record Nothing(List<String> reasons) implements NoticeRound {

        /** Copies the list. */
        public Nothing {
            reasons = List.copyOf(reasons);
        }
    }

    /**
     * The partners concerned, each with what became of its notice. Nobody else was told.
     *
     * @param version the id of the version that it is about
     * @param partners by partner; empty when it concerns nobody
     */
    record Told(String version, Map<SourceRef, NoticeOutcome> partners) implements NoticeRound {

        /** Copies the map. */
        public Told {
            partners = Map.copyOf(partners);
        }
    }
}
