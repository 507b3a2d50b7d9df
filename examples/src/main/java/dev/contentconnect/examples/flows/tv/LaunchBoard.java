package dev.contentconnect.examples.flows.tv;

import dev.contentconnect.core.model.SourceRef;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where a launch stands, and who has it. */
public sealed interface LaunchBoard {

    /** How much of a launch a partner has. */
    enum Holding {
        /** All of it, as the network or the partner's system confirmed. */
        ALL,
        /** Some files of it, or some file in part. */
        SOME,
        /** Handed over; nothing was confirmed. */
        NOTHING_YET,
        /** The partner's system refused a file, or a file did not arrive. */
        TROUBLE,
        /** Not sent: the partner may not have it any more. */
        EXCLUDED
    }

    /**
     * What one partner has.
     *
     * @param holding how much
     * @param late whether something was confirmed, or is still missing, after the launch was due
     * @param missing the assets that are not confirmed
     * @param remarks what the network or the partner's system said of them
     */
    record Row(Holding holding, boolean late, List<SourceRef> missing, List<String> remarks) {
        /** Makes the row; lists are copied. */
        public Row {
            missing = List.copyOf(missing);
            remarks = List.copyOf(remarks);
        }
    }

    /**
     * Not distributed yet.
     *
     * @param reasons what is waited for
     */
    record Waiting(List<String> reasons) implements LaunchBoard {
        /** Makes the outcome; the list is copied. */
        public Waiting {
            reasons = List.copyOf(reasons);
        }
    }

    /**
     * Not distributed, and will not be in this version of the plan.
     *
     * @param reasons why
     */
    record Refused(List<String> reasons) implements LaunchBoard {
        /** Makes the outcome; the list is copied. */
        public Refused {
            reasons = List.copyOf(reasons);
        }
    }

    /**
     * Distributed.
     *
     * @param partners by partner what it has
     */
    record Distributed(Map<SourceRef, Row> partners) implements LaunchBoard {
        /** Makes the outcome; the map is copied. */
        public Distributed {
            partners = Collections.unmodifiableMap(new LinkedHashMap<>(partners));
        }

        /**
         * Who has all of it.
         *
         * @return in the order of the directory
         */
        public List<SourceRef> has() {
            return those(true);
        }

        /**
         * Who was to get it and has not, or not all of it.
         *
         * @return in the order of the directory
         */
        public List<SourceRef> hasNot() {
            return those(false);
        }

        private List<SourceRef> those(boolean has) {
            List<SourceRef> out = new ArrayList<>();
            partners.forEach((partner, row) -> {
                if (row.holding().equals(Holding.ALL) == has) {
                    out.add(partner);
                }
            });
            return List.copyOf(out);
        }
    }
}
