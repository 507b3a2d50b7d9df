package dev.contentconnect.examples.media;

import dev.contentconnect.examples.media.MediaProblem.Reason;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Walks the segments of a JPEG file: refuses it if the picture is incomplete and hands on only the segments that hold
 * metadata, so that no library allocates by a length that a damaged file made up.
 */
final class JpegParts {
    private static final int APP1 = 0xe1;
    private static final int APP13 = 0xed;
    private static final int START_OF_SCAN = 0xda;
    private static final int END_OF_IMAGE = 0xd9;

    /** More than any encoder writes, few enough to walk in a moment. */
    private static final int MAX_SEGMENTS = 10_000;

    private static final byte[] EXTENSION = "http://ns.adobe.com/xmp/extension/\0".getBytes(StandardCharsets.US_ASCII);
    /** An extended XMP segment states its full length after its name and a digest of 32 characters. */
    private static final int EXTENSION_LENGTH_AT = EXTENSION.length + 32;

    private final OpenMedia media;
    private final Findings findings;
    private final Parts parts;

    private JpegParts(OpenMedia media, Findings findings) {
        this.media = media;
        this.findings = findings;
        this.parts = new Parts(findings);
    }

    static List<Slice> of(OpenMedia media, Findings findings) throws MediaRefusal, IOException {
        return new JpegParts(media, findings).walk();
    }

    private List<Slice> walk() throws MediaRefusal, IOException {
        parts.add("start", new Slice(0, 2), 2);
        long offset = 2;
        for (int segment = 0; segment < MAX_SEGMENTS; segment++) {
            ByteBuffer marker = media.at(offset, 2);
            int lead = marker.get() & 0xff;
            int code = marker.get() & 0xff;
            if (lead != 0xff || code == 0 || code == END_OF_IMAGE) {
                throw new MediaRefusal(Reason.MALFORMED, "no picture: byte " + offset + " starts no segment");
            }
            if (code == 0xff) {
                offset++; // Segments may be padded with any number of 0xff.
            } else if (code == START_OF_SCAN) {
                parts.add("end", new Slice(offset, 2), 2); // Here the library stops.
                requireEnd(offset + 2);
                return parts.slices();
            } else {
                offset += segment(offset, code);
            }
        }
        throw new MediaRefusal(Reason.MALFORMED, "more than " + MAX_SEGMENTS + " segments before the picture");
    }

    /** Looks at the segment at the offset and returns its length, marker included. */
    private long segment(long offset, int code) throws MediaRefusal, IOException {
        int length = media.at(offset + 2, 2).getShort() & 0xffff;
        if (length < 2) {
            throw new MediaRefusal(Reason.MALFORMED, "segment at byte " + offset + " has no length");
        }
        long total = length + 2L;
        media.reaches(offset + total);
        if (code == APP13 || (code == APP1 && reasonable(offset + 4, length - 2))) {
            parts.add("segment", new Slice(offset, total), Limits.PACKET);
        }
        return total;
    }

    private boolean reasonable(long offset, int length) throws MediaRefusal, IOException {
        if (length < EXTENSION_LENGTH_AT + 4) {
            return true;
        }
        ByteBuffer start = media.at(offset, EXTENSION_LENGTH_AT + 4);
        byte[] name = new byte[EXTENSION.length];
        start.get(name);
        long full = start.getInt(EXTENSION_LENGTH_AT) & 0xffff_ffffL;
        if (!Arrays.equals(name, EXTENSION) || full <= Limits.XMP) {
            return true;
        }
        findings.doubt(Reason.PACKET_TOO_LARGE, "extended XMP claims " + full + " bytes");
        return false;
    }

    /** Inside picture data the end marker cannot occur by chance, since every 0xff there is followed by 0 or 0xd0–0xd7. */
    private void requireEnd(long offset) throws MediaRefusal, IOException {
        InputStream picture =
                new BufferedInputStream(media.stream(List.of(new Slice(offset, media.size() - offset))), Limits.BUFFER);
        int before = 0;
        for (int now = picture.read(); now >= 0; now = picture.read()) {
            if (before == 0xff && now == END_OF_IMAGE) {
                return;
            }
            before = now;
        }
        throw new MediaRefusal(Reason.TRUNCATED, "the picture has no end marker");
    }
}
