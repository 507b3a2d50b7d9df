package dev.contentconnect.examples.flows.wv;

import dev.contentconnect.core.model.Delivery;
import dev.contentconnect.core.model.SourceRef;
import java.util.List;

/** Where a delivery stands in {@link FailedDistribution}. */
public sealed interface DistributionOutcome {

    /**
     * Nothing is wrong with it that this flow knows of.
     *
     * @param delivery as it was handed in
     */
    record Untroubled(Delivery delivery) implements DistributionOutcome {}

    /**
     * People have yet to correct something. Call again later.
     *
     * @param cases the cases they work in
     * @param causes what is wrong; may be empty while a case has yet to close
     */
    record Waiting(List<SourceRef> cases, List<String> causes) implements DistributionOutcome {

        /** Copies the lists. */
        public Waiting {
            cases = List.copyOf(cases);
            causes = List.copyOf(causes);
        }
    }

    /**
     * The recipient has it.
     *
     * @param delivery as the log has it now
     */
    record Delivered(Delivery delivery) implements DistributionOutcome {}

    /**
     * People gave it up. Should it arrive after all, the next failure is another one.
     *
     * @param reasons why; never empty
     */
    record GivenUp(List<String> reasons) implements DistributionOutcome {

        /** Copies the list. */
        public GivenUp {
            reasons = List.copyOf(reasons);
        }
    }
}
