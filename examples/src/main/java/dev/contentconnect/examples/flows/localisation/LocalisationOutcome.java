package dev.contentconnect.examples.flows.localisation;

import dev.contentconnect.core.model.SourceRef;
import java.util.List;

/** Where one market stands in {@link MarketLocalisation}. */
public sealed interface LocalisationOutcome {

    /**
     * People have yet to work or to decide. Call again later.
     *
     * @param caseRef their case
     */
    record Waiting(SourceRef caseRef) implements LocalisationOutcome {}

    /**
     * The market approved, and its version is in the library.
     *
     * @param asset the localised asset
     * @param version the id of its version
     */
    record Stored(SourceRef asset, String version) implements LocalisationOutcome {}

    /**
     * The market gets no version of this version of the master.
     *
     * @param reasons why, each a sentence part for people; never empty
     */
    record Refused(List<String> reasons) implements LocalisationOutcome {

        /** Copies the list. */
        public Refused {
            reasons = List.copyOf(reasons);
        }
    }

    /**
     * The master is not approved at the moment, or people forbade its use, so that nothing is made of it. Call again later.
     *
     * @param reason why
     */
    record OnHold(String reason) implements LocalisationOutcome {}
}
