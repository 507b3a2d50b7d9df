package dev.contentconnect.core.http;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What part of a content an answer holds.
 *
 * @param start its first byte; -1 when the answer does not say
 * @param total how many bytes the whole has; -1 when the answer does not say
 */
record ContentRange(long start, long total) {
    private static final Pattern FORM =
            Pattern.compile("\\s*bytes\\s+(\\d{1,18})-\\d*+\\s*(?:/\\s*(?:(\\d{1,18})|\\*))?\\s*");

    static ContentRange of(HttpReply reply) {
        Matcher found = FORM.matcher(reply.header("Content-Range").orElse(""));
        if (!found.matches()) {
            return new ContentRange(-1, -1);
        }
        String total = found.group(2);
        return new ContentRange(Long.parseLong(found.group(1)), total == null ? -1 : Long.parseLong(total));
    }
}
