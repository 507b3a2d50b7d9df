package dev.contentconnect.examples.media;

/**
 * The file itself: what it is called and which bytes it holds.
 *
 * @param name the file name without folders
 * @param type what the content is, whatever the name says
 * @param size length in bytes
 * @param sha256 SHA-256 of the content, 64 lower-case hexadecimal digits
 */
public record MediaFile(String name, MediaType type, long size, String sha256) {}
