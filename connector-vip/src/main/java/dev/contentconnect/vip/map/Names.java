package dev.contentconnect.vip.map;

import dev.contentconnect.core.model.Checksum;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Names under which WordPress finds our objects again, and names of files that it takes. */
public final class Names {
    private static final int LONGEST_FILE_NAME = 100;
    private static final int MOST_TWINS = 9;
    private static final Map<String, String> EXTENSIONS = Map.ofEntries(
            Map.entry("image/png", "png"),
            Map.entry("image/jpeg", "jpg"),
            Map.entry("image/gif", "gif"),
            Map.entry("image/webp", "webp"),
            Map.entry("application/pdf", "pdf"),
            Map.entry("application/zip", "zip"),
            Map.entry("video/mp4", "mp4"),
            Map.entry("audio/mpeg", "mp3"),
            Map.entry("text/plain", "txt"),
            Map.entry("text/csv", "csv"));

    private Names() {}

    /**
     * How the short names of a kind begin.
     *
     * @param kind {@code a} for assets, {@code p} for packages, {@code d} for deliveries
     * @return ends with a hyphen
     */
    public static String slug(String kind) {
        return "cc-" + kind + "-";
    }

    /**
     * The short name of what was made under a key. Lists can be asked for it, which they cannot for meta, and WordPress
     * gives each to one item only.
     *
     * @param kind {@code a} for assets, {@code p} for packages, {@code d} for deliveries
     * @param key the caller-chosen key; letter case counts
     * @return letters, digits and hyphens
     */
    public static String slug(String kind, String key) {
        return slug(kind) + hash(key).substring(0, 32);
    }

    /**
     * Under which short names to look for what asked for one. WordPress looks whether a name is free and then takes it, in two
     * steps, at each change: of two things that got the same one in one moment, one gets the next when it is changed.
     *
     * @param slug what was asked for
     * @return it and the next ones, as many as there may be writers at a time
     */
    public static List<String> twins(String slug) {
        List<String> out = new ArrayList<>();
        out.add(slug);
        IntStream.rangeClosed(2, MOST_TWINS).forEach(number -> out.add(slug + "-" + number));
        return out;
    }

    /**
     * The short name of a further version.
     *
     * @param asset the id of the asset
     * @param number which version
     * @return letters, digits and hyphens
     */
    public static String versionSlug(long asset, long number) {
        return "cc-v-" + asset + "-" + number;
    }

    /**
     * The number in the short name of a further version.
     *
     * @param asset the id of the asset
     * @param slug any short name, or null
     * @return 0 where it is none of a version of this asset
     */
    public static long versionNumber(long asset, @Nullable String slug) {
        String begin = "cc-v-" + asset + "-";
        String number = slug != null && slug.startsWith(begin) ? slug.substring(begin.length()) : "";
        return number.matches("[0-9]{1,9}") ? Long.parseLong(number) : 0;
    }

    /**
     * A stand-in for a text.
     *
     * @param text any text
     * @return 64 hexadecimal digits
     */
    public static String hash(String text) {
        return Checksum.sha256Of(text).hex();
    }

    /**
     * A name that goes through a header: without any folder, in ASCII, with an extension where the type tells one.
     *
     * @param name as the file is called, or null
     * @param mediaType for example {@code image/png}, or null
     * @return never empty
     */
    public static String fileName(@Nullable String name, @Nullable String mediaType) {
        String last = base(name);
        String ascii = Normalizer.normalize(last, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .replaceAll("[^A-Za-z0-9._-]+", "-")
                .replaceAll("^[.-]+|[.-]+$", "");
        String type = mediaType == null
                ? ""
                : mediaType.toLowerCase(Locale.ROOT).replaceAll(";.*", "").strip();
        String extension = EXTENSIONS.get(type);
        int dot = ascii.lastIndexOf('.');
        boolean bare = dot < 0 || ascii.length() - dot > 6;
        String stem = bare ? ascii : ascii.substring(0, dot);
        String end = bare ? (extension == null ? "" : "." + extension) : ascii.substring(dot);
        stem = stem.isEmpty() ? "file" : stem.substring(0, Math.min(stem.length(), LONGEST_FILE_NAME));
        return stem + end;
    }

    /**
     * The name of a file without any folder, as it was given.
     *
     * @param name perhaps a path, of either kind
     * @return the last part; empty for null
     */
    public static String base(@Nullable String name) {
        if (name == null) {
            return "";
        }
        int slash = Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\'));
        return name.substring(slash + 1).strip();
    }
}
