package dev.contentconnect.examples.media;

import dev.contentconnect.examples.media.MediaProblem.Reason;
import java.util.ArrayList;
import java.util.List;

/** The parts of one file that a metadata library gets to see, together never more than a bearable amount. */
final class Parts {
    private final Findings findings;
    private final List<Slice> slices = new ArrayList<>();
    private long total;

    Parts(Findings findings) {
        this.findings = findings;
    }

    /** Adds a part unless it is too long, or too much together with the others. */
    void add(String name, Slice slice, int limit) {
        if (slice.length() > limit || total + slice.length() > Limits.ALL_PACKETS) {
            findings.doubt(
                    Reason.PACKET_TOO_LARGE,
                    name + " at byte " + slice.offset() + " has " + slice.length() + " bytes after " + total
                            + " bytes of other metadata");
            return;
        }
        total += slice.length();
        slices.add(slice);
    }

    List<Slice> slices() {
        return List.copyOf(slices);
    }
}
