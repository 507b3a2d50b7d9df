package dev.contentconnect.examples.flows.xi;

import dev.contentconnect.core.model.SourceRef;
import java.util.List;

/** How far the workspace of a programme is, see {@link EventProgramme}. */
public sealed interface ProgrammeOutcome {

    /**
     * The workspace of the programme.
     *
     * @return its identity
     */
    SourceRef workspace();

    /**
     * Something is missing; nobody is asked before it is there. Call again later.
     *
     * @param workspace the workspace
     * @param missing what, each a sentence part for people; never empty
     */
    record Incomplete(SourceRef workspace, List<String> missing) implements ProgrammeOutcome {

        /** Copies the list. */
        public Incomplete {
            missing = List.copyOf(missing);
        }
    }

    /**
     * All is on file, and those who approve its distribution have yet to answer. Call again later.
     *
     * @param workspace the workspace
     * @param open who has not answered
     */
    record Waiting(SourceRef workspace, List<String> open) implements ProgrammeOutcome {

        /** Copies the list. */
        public Waiting {
            open = List.copyOf(open);
        }
    }

    /**
     * The workspace is complete, and the media are cleared for the programme.
     *
     * @param workspace the workspace
     * @param media the cleared media
     */
    record Complete(SourceRef workspace, List<SourceRef> media) implements ProgrammeOutcome {

        /** Copies the list. */
        public Complete {
            media = List.copyOf(media);
        }
    }

    /**
     * This plan is not to be distributed; another one may be.
     *
     * @param workspace the workspace
     * @param reasons why, each a sentence part for people; never empty
     */
    record Refused(SourceRef workspace, List<String> reasons) implements ProgrammeOutcome {

        /** Copies the list. */
        public Refused {
            reasons = List.copyOf(reasons);
        }
    }
}
