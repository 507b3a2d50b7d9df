package dev.contentconnect.examples.flows.tv;

import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.state.StateLink;

/** The file that goes to a partner who reported a problem. */
record ProblemFile(String version, PartnerDeliveries.Parcel parcel) {
    private static final String BETWEEN = "\n";

    static ProblemFile of(StateLink note, SourceRef partner) {
        String[] parts = String.valueOf(note.fingerprint()).split(BETWEEN, 3);
        return new ProblemFile(
                parts[1], PartnerDeliveries.Parcel.of(note.to().id(), SourceRef.parse(parts[0]), partner, parts[2]));
    }

    /** As it is noted. */
    String text() {
        return parcel.asset() + BETWEEN + version + BETWEEN + parcel.text();
    }
}
