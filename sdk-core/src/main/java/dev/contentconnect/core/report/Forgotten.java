package dev.contentconnect.core.report;

import dev.contentconnect.core.model.SourceRef;
import java.util.BitSet;

/**
 * Which objects were forgotten, in a fixed amount of memory. It may take one that was never known for a forgotten one (one
 * in a thousand after 100,000), never the other way round: so nothing forgotten is called a violation.
 */
final class Forgotten {
    private static final int BITS = 1 << 22;

    private final BitSet bits = new BitSet();
    private long count;

    void add(SourceRef object) {
        count++;
        for (int i = 0; i < 3; i++) {
            bits.set(place(object, i));
        }
    }

    boolean mayHold(SourceRef object) {
        return bits.get(place(object, 0)) && bits.get(place(object, 1)) && bits.get(place(object, 2));
    }

    long count() {
        return count;
    }

    /** Spreads the hash of the two words; the constants are odd and otherwise of no meaning. */
    private static int place(SourceRef object, int which) {
        long mixed = (object.system().hashCode() * 31L + object.id().hashCode()) * 0x9E3779B97F4A7C15L;
        mixed += which * (object.id().length() * 0x100000001B3L + (mixed >>> 29)) | 1;
        mixed = (mixed ^ (mixed >>> 32)) * 0xD6E8FEB86659FD93L;
        return (int) ((mixed >>> 40) & (BITS - 1));
    }
}
