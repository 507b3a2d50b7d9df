package dev.contentconnect.examples.media;

import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Measures the text of a PNG chunk without unpacking it into memory. */
final class PngText {
    private PngText() {}

    /** Tells whether the text is no longer than the limit once unpacked; true for what is not packed or not sound. */
    static boolean staysWithin(int limit, String type, byte[] data) {
        int keyword = afterZero(data, 0);
        if (type.equals("zTXt")) {
            return inflatesWithin(limit, data, keyword + 1);
        }
        if (type.equals("iTXt") && keyword < data.length && data[keyword] == 1) {
            int language = afterZero(data, keyword + 2);
            return inflatesWithin(limit, data, afterZero(data, language));
        }
        return true;
    }

    private static int afterZero(byte[] data, int from) {
        int index = from;
        while (index < data.length && data[index] != 0) {
            index++;
        }
        return index + 1;
    }

    private static boolean inflatesWithin(int limit, byte[] data, int from) {
        if (from >= data.length) {
            return true;
        }
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(data, from, data.length - from);
            byte[] sink = new byte[Limits.BUFFER];
            int step = inflater.inflate(sink);
            while (step > 0 && inflater.getBytesWritten() <= limit) {
                step = inflater.inflate(sink);
            }
            return inflater.getBytesWritten() <= limit;
        } catch (DataFormatException e) {
            return true; // Damaged, not large; the library says so when it unpacks.
        } finally {
            inflater.end();
        }
    }
}
