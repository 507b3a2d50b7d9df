package dev.contentconnect.examples.flows.tv;

import dev.contentconnect.core.model.Partner;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.examples.flows.EachInTurn;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

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

        /** Tells each; one that fails does not stop the others. */
        static Told each(Offer offer, List<Partner> partners, Function<Partner, NoticeOutcome> tell) {
            Map<SourceRef, NoticeOutcome> out = new LinkedHashMap<>();
            EachInTurn.of(partners, tell).forEach((partner, outcome) -> out.put(partner.ref(), outcome));
            return new Told(offer.version().id(), out);
        }
    }
}
