package dev.contentconnect.vip.sandbox;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How WordPress shows and keeps texts. */
final class Texts {
    private static final Map<String, String> TYPES = Map.of(
            "png",
            "image/png",
            "jpg",
            "image/jpeg",
            "jpeg",
            "image/jpeg",
            "gif",
            "image/gif",
            "webp",
            "image/webp",
            "pdf",
            "application/pdf",
            "zip",
            "application/zip",
            "mp4",
            "video/mp4",
            "txt",
            "text/plain");

    private static final Map<String, String> BEGINNINGS =
            Map.of("image/png", "\u0089PNG", "image/jpeg", "\u00ff\u00d8", "image/gif", "GIF8", "image/webp", "RIFF");

    private Texts() {}

    static String escaped(String text) {
        return text.replaceAll("&(?!#?\\w+;)", "&amp;");
    }

    /** As PHP has it: only the plain letters of the alphabet have a case. */
    static String plainLower(String text) {
        StringBuilder out = new StringBuilder();
        text.chars().map(c -> c >= 'A' && c <= 'Z' ? c + 'a' - 'A' : c).forEach(c -> out.append((char) c));
        return out.toString();
    }

    /** Users without the right to write HTML get their text cleaned. */
    static String cleaned(String text, boolean mayWriteHtml) {
        return mayWriteHtml ? text : escaped(text.replaceAll("(?s)<script.*?</script>", ""));
    }

    static Map<String, @Nullable Object> both(String raw, String prefix, boolean paragraphs, boolean edit) {
        Map<String, @Nullable Object> out = new LinkedHashMap<>();
        if (edit) {
            out.put("raw", raw);
        }
        String shown = escaped(raw);
        out.put("rendered", paragraphs ? (raw.isEmpty() ? "" : "<p>" + shown + "</p>\n") : prefix + shown);
        return out;
    }

    static String mime(String fileName) {
        String extension = fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return TYPES.getOrDefault(extension, "application/octet-stream");
    }

    /** Whether bytes that are to be a picture begin as one of its kind does; nobody looks into other files here. */
    static boolean isWhatItsNameSays(String fileName, byte[] bytes) {
        String begin = BEGINNINGS.get(mime(fileName));
        return begin == null
                || new String(bytes, 0, Math.min(bytes.length, 16), StandardCharsets.ISO_8859_1).startsWith(begin);
    }

    /** How wide a picture is; 0 for what is none. */
    static int width(byte[] picture) {
        try {
            java.awt.image.BufferedImage image = javax.imageio.ImageIO.read(new java.io.ByteArrayInputStream(picture));
            return image == null ? 0 : image.getWidth();
        } catch (java.io.IOException broken) {
            return 0;
        }
    }

    /** Blanks become hyphens, other signs go, letters lose their marks. */
    static String fileName(String name) {
        return java.text.Normalizer.normalize(name, java.text.Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .replaceAll("[\\s-]+", "-")
                .replaceAll("[^A-Za-z0-9._-]", "");
    }
}
