package dev.contentconnect.aprimo;

import dev.contentconnect.core.spi.Content;

/** Names of files as the service takes them. */
final class FileNames {
    private static final String UNNAMED = "content.bin";

    private FileNames() {}

    static String of(Content content) {
        return clean(AprimoHttp.orEmpty(content.fileName()));
    }

    /** The last part of a path, with an underscore for what the service refuses. */
    static String clean(String given) {
        String name = given.strip();
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String clean = last.replaceAll("\\p{Cntrl}", "").replaceAll("[<>:\"|?*]", "_");
        return clean.isBlank() || clean.equals(".") || clean.equals("..") ? UNNAMED : clean;
    }
}
