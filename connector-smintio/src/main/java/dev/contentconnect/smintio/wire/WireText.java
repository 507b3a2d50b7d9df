package dev.contentconnect.smintio.wire;

import org.jspecify.annotations.Nullable;

/**
 * A text in one culture. A list of them may hold the same culture twice.
 *
 * @param culture two letters as a rule
 * @param value the text
 */
public record WireText(@Nullable String culture, @Nullable String value) {}
