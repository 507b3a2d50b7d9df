package dev.contentconnect.examples.media;

/** How much of a file is ever held in memory, in bytes. */
final class Limits {
    /** The largest XMP packet that is parsed. Packets in the field stay under one mebibyte. */
    static final int XMP = 4 * 1024 * 1024;

    /** The largest other packet that is parsed: a full JPEG segment with its frame. */
    static final int PACKET = 66 * 1024;

    /** The largest list of film properties that is parsed; it may hold a cover picture. */
    static final int FILM_PROPERTIES = 8 * 1024 * 1024;

    /** The most that is parsed of one file. */
    static final int ALL_PACKETS = 16 * 1024 * 1024;

    /** The size of a read buffer. */
    static final int BUFFER = 64 * 1024;

    private Limits() {}
}
