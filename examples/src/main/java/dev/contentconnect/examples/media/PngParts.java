package dev.contentconnect.examples.media;

import dev.contentconnect.examples.media.MediaProblem.Reason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.zip.CRC32;

/**
 * Walks the chunks of a PNG file: refuses it if it is incomplete and hands on only sound chunks with metadata of a
 * bearable size, compressed or not.
 */
final class PngParts {
    private static final int SIGNATURE = 8;
    /** Length, type and checksum around the data of a chunk. */
    private static final int FRAME = 12;

    private static final int MAX_CHUNKS = 1_000_000;
    private static final Set<String> TEXTS = Set.of("tEXt", "zTXt", "iTXt");
    private static final byte[] XMP = "XML:com.adobe.xmp\0".getBytes(StandardCharsets.US_ASCII);

    private final OpenMedia media;
    private final Findings findings;
    private final Parts parts;

    private PngParts(OpenMedia media, Findings findings) {
        this.media = media;
        this.findings = findings;
        this.parts = new Parts(findings);
    }

    static List<Slice> of(OpenMedia media, Findings findings) throws MediaRefusal, IOException {
        return new PngParts(media, findings).walk();
    }

    private List<Slice> walk() throws MediaRefusal, IOException {
        parts.add("signature", new Slice(0, SIGNATURE), SIGNATURE);
        long offset = SIGNATURE;
        for (int chunk = 0; chunk < MAX_CHUNKS; chunk++) {
            ByteBuffer frame = media.at(offset, 8);
            int length = frame.getInt();
            byte[] name = new byte[4];
            frame.get(name);
            String type = new String(name, StandardCharsets.ISO_8859_1);
            if (length < 0 || !type.chars().allMatch(c -> (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'))) {
                throw new MediaRefusal(Reason.MALFORMED, "byte " + offset + " starts no chunk");
            }
            media.reaches(offset + FRAME + length);
            if (wanted(offset, type, length)) {
                parts.add(type + " chunk", new Slice(offset, FRAME + (long) length), Limits.XMP + FRAME);
            }
            if (type.equals("IEND")) {
                return parts.slices();
            }
            offset += FRAME + (long) length;
        }
        throw new MediaRefusal(Reason.MALFORMED, "more than " + MAX_CHUNKS + " chunks");
    }

    private boolean wanted(long offset, String type, int length) throws MediaRefusal, IOException {
        if (type.equals("IHDR") || type.equals("IEND")) {
            return length <= Limits.PACKET;
        }
        if (!TEXTS.contains(type) && !type.equals("eXIf")) {
            return false;
        }
        int limit = limit(offset + 8, length);
        String place = type + " chunk at byte " + offset;
        if (length > limit) {
            findings.doubt(Reason.PACKET_TOO_LARGE, place + " has " + length + " bytes");
            return false;
        }
        byte[] data = media.at(offset + 8, length).array();
        if (checksum(offset, length) != media.at(offset + 8 + length, 4).getInt()) {
            findings.doubt(Reason.PACKET_DAMAGED, place + " does not match its checksum");
            return false;
        }
        if (!PngText.staysWithin(limit, type, data)) {
            findings.doubt(Reason.PACKET_TOO_LARGE, place + " unpacks to more than " + limit + " bytes");
            return false;
        }
        return true;
    }

    private int limit(long offset, int length) throws MediaRefusal, IOException {
        if (length < XMP.length) {
            return Limits.PACKET;
        }
        byte[] start = media.at(offset, XMP.length).array();
        return Arrays.equals(start, XMP) ? Limits.XMP : Limits.PACKET;
    }

    private int checksum(long offset, int length) throws MediaRefusal, IOException {
        CRC32 checksum = new CRC32();
        checksum.update(media.at(offset + 4, length + 4));
        return (int) checksum.getValue();
    }
}
