package dev.contentconnect.examples.media;

import dev.contentconnect.examples.media.MediaProblem.Reason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * Walks the boxes of an MP4 file: refuses it if it is incomplete or a box claims to be longer than the one around it,
 * and hands on the few that hold metadata. The film data is stepped over whatever its size; the library alone gives up
 * at boxes over 2 GiB.
 */
final class Mp4Parts {
    private static final byte[] XMP = HexFormat.of().parseHex("be7acfcb97a942e89c71999491e3afac");
    private static final int MAX_BOXES = 1_000_000;

    private final OpenMedia media;
    private final Findings findings;
    private final Parts parts;
    private final List<Box> movies = new ArrayList<>();
    private int boxes;
    private boolean film;

    private Mp4Parts(OpenMedia media, Findings findings) {
        this.media = media;
        this.findings = findings;
        this.parts = new Parts(findings);
    }

    static List<Slice> of(OpenMedia media, Findings findings) throws MediaRefusal, IOException {
        return new Mp4Parts(media, findings).walk();
    }

    private List<Slice> walk() throws MediaRefusal, IOException {
        for (long offset = 0; offset < media.size(); ) {
            Box box = box(offset, media.size());
            media.reaches(box.end());
            topLevel(box);
            offset = box.end();
        }
        if (movies.isEmpty() || !film) {
            throw new MediaRefusal(Reason.TRUNCATED, "has no " + (film ? "movie header" : "film data"));
        }
        // Last, because the library stops reading at the first movie property it does not understand.
        for (Box movie : movies) {
            properties(movie);
        }
        return parts.slices();
    }

    private void topLevel(Box box) throws MediaRefusal, IOException {
        switch (box.type()) {
            case "mdat" -> film = true;
            case "moov" -> movies.add(box);
            case "ftyp" -> add("ftyp box", box, Limits.PACKET);
            case "uuid" -> {
                if (box.length() >= box.headerLength() + XMP.length && isXmp(box)) {
                    add("XMP box", box, Limits.XMP);
                }
            }
            default -> {}
        }
    }

    private void properties(Box movie) throws MediaRefusal, IOException {
        long offset = movie.offset() + movie.headerLength();
        while (offset < movie.end()) {
            Box box = box(offset, movie.end());
            if (box.end() > movie.end()) {
                throw new MediaRefusal(
                        Reason.MALFORMED, "the box at byte " + offset + " is longer than the movie header around it");
            }
            if (box.type().equals("udta")) {
                add("film properties", box, Limits.FILM_PROPERTIES);
            }
            offset = box.end();
        }
    }

    private boolean isXmp(Box box) throws MediaRefusal, IOException {
        return Arrays.equals(
                media.at(box.offset() + box.headerLength(), XMP.length).array(), XMP);
    }

    private void add(String name, Box box, int limit) {
        if (box.shortForm()) {
            parts.add(name, new Slice(box.offset(), box.length()), limit);
        } else {
            findings.doubt(Reason.PACKET_DAMAGED, name + " states its length in a form that is only for film data");
        }
    }

    private Box box(long offset, long end) throws MediaRefusal, IOException {
        if (++boxes > MAX_BOXES) {
            throw new MediaRefusal(Reason.MALFORMED, "more than " + MAX_BOXES + " boxes");
        }
        ByteBuffer header = media.at(offset, 8);
        long length = header.getInt() & 0xffff_ffffL;
        byte[] name = new byte[4];
        header.get(name);
        boolean shortForm = length > 1;
        int headerLength = 8;
        if (length == 1) {
            length = media.at(offset + 8, 8).getLong();
            headerLength = 16;
        } else if (length == 0) {
            length = end - offset; // The last box may reach to the end without saying where that is.
        }
        if (length < headerLength || length > Long.MAX_VALUE - offset) {
            throw new MediaRefusal(Reason.MALFORMED, "byte " + offset + " starts no box");
        }
        return new Box(new String(name, StandardCharsets.ISO_8859_1), offset, headerLength, length, shortForm);
    }

    private record Box(String type, long offset, int headerLength, long length, boolean shortForm) {
        long end() {
            return offset + length;
        }
    }
}
