package dev.contentconnect.examples.flows.own;

import dev.contentconnect.core.model.SourceRef;
import java.util.List;

/** How the copy in one outlet stands. */
public sealed interface CopyStanding {

    /** There is no copy. */
    record None() implements CopyStanding {}

    /**
     * It may be used.
     *
     * @param copy which
     */
    record Clear(SourceRef copy) implements CopyStanding {}

    /**
     * It is kept back.
     *
     * @param copy which
     * @param reasons why it may not be used
     */
    record Recalled(SourceRef copy, List<String> reasons) implements CopyStanding {}

    /**
     * The rights do not say, so it stays as it is: what was kept back stays so, what was out stays out.
     *
     * @param copy which
     * @param reasons what is not known
     */
    record Undecided(SourceRef copy, List<String> reasons) implements CopyStanding {}
}
