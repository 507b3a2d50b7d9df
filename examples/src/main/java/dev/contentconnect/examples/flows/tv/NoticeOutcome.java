package dev.contentconnect.examples.flows.tv;

import dev.contentconnect.core.model.Delivery;
import java.util.List;

/** What became of a notice to one partner. */
public sealed interface NoticeOutcome {

    /**
     * The partner was told, by this call or an earlier one.
     *
     * @param entry in the log of the library: sent, delivered once a file of the notice was fetched, failed where it came back
     */
    record Told(Delivery entry) implements NoticeOutcome {}

    /**
     * There is no way to tell the partner.
     *
     * @param entry in the log of the library; its detail says why
     */
    record Unreachable(Delivery entry) implements NoticeOutcome {}

    /**
     * The partner belongs to the audience and must not have it all the same; nothing was told.
     *
     * @param reasons in words for people
     */
    record Withheld(List<String> reasons) implements NoticeOutcome {

        /** Copies the list. */
        public Withheld {
            reasons = List.copyOf(reasons);
        }
    }

    /**
     * A call broke off so that nobody knows whether the notice went out; it is not sent again until somebody has looked.
     *
     * @param reason what to look for
     */
    record InDoubt(String reason) implements NoticeOutcome {}
}
