package dev.contentconnect.core.mirror;

import dev.contentconnect.core.model.SourceRef;
import org.jspecify.annotations.Nullable;

/**
 * A value to be written.
 *
 * @param object whose field
 * @param value what should stand there; null clears the field
 * @param seen what stood there when the mirror decided to write
 * @param key names this write; another write has another key
 * @param reason why, for people
 */
public record FieldWrite(SourceRef object, @Nullable String value, Reading seen, String key, String reason) {}
