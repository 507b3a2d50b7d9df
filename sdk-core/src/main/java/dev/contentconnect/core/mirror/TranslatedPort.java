package dev.contentconnect.core.mirror;

import dev.contentconnect.core.model.SourceRef;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@link FieldPorts#translated}. */
final class TranslatedPort implements FieldPort {
    private final FieldPort port;
    private final Map<String, String> common;
    private final Map<String, String> own = new LinkedHashMap<>();

    TranslatedPort(FieldPort port, Map<String, String> common) {
        this.port = port;
        this.common = new LinkedHashMap<>(common);
        this.common.forEach((word, meaning) -> own.putIfAbsent(meaning, word));
    }

    @Override
    public Reading read(SourceRef object) {
        return toCommon(port.read(object));
    }

    /** The port compares with its own words; several of them may mean the one that was seen. */
    @Override
    public @Nullable Reading write(FieldWrite write) {
        Reading present = port.read(write.object());
        if (!Objects.equals(toCommon(present).value(), write.seen().value())) {
            throw Refusals.changed(write.object());
        }
        Reading answer =
                port.write(new FieldWrite(write.object(), toOwn(write.value()), present, write.key(), write.reason()));
        return answer == null ? null : toCommon(answer);
    }

    @Override
    public String storedAs(String value) {
        String word = toOwn(value);
        return word == null ? value : toCommon(port.storedAs(word));
    }

    private Reading toCommon(Reading reading) {
        String value = reading.value();
        return value == null ? reading : new Reading(toCommon(value), reading.changedAt(), reading.version());
    }

    private String toCommon(String word) {
        return common.getOrDefault(word, word);
    }

    private @Nullable String toOwn(@Nullable String meaning) {
        return meaning == null ? null : own.getOrDefault(meaning, meaning);
    }
}
