package dev.contentconnect.vip.sandbox;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One row of the posts table: an attachment, a package or a distribution. */
final class Item {
    final long id;
    final String type;
    long author;
    String slug = "";
    String status = "draft";
    final Map<String, String> texts = new LinkedHashMap<>();
    String mime = "";
    String file = "";
    byte[] bytes = new byte[0];
    String original = "";
    byte[] originalBytes = new byte[0];
    boolean withoutImages;
    boolean isFileGone;
    long parent;
    Instant date;
    Instant modified;
    final Map<String, @Nullable Object> meta = new LinkedHashMap<>();
    final Map<String, List<Long>> terms = new LinkedHashMap<>();

    Item(long id, String type, long author, Instant now) {
        this.id = id;
        this.type = type;
        this.author = author;
        this.date = now;
        this.modified = now;
    }

    boolean isMedia() {
        return type.equals("media");
    }

    String text(String name) {
        return texts.getOrDefault(name, "");
    }
}
