package dev.contentconnect.examples.media;

/** A part of a file. */
record Slice(long offset, long length) {}
