package dev.contentconnect.core.mirror;

import dev.contentconnect.core.json.JsonException;
import dev.contentconnect.core.model.RightsRecord;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.RightsReader;
import dev.contentconnect.core.spi.RightsWriter;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@link FieldPorts#rights}. */
record RightsPort(RightsReader reader, RightsWriter writer, RightsText text) implements FieldPort {
    @Override
    public Reading read(SourceRef object) {
        return reading(reader.rights(object));
    }

    @Override
    public @Nullable Reading write(FieldWrite write) {
        RightsRecord present = reader.rights(write.object());
        if (!Objects.equals(text.of(present), write.seen().value())) {
            throw Refusals.changed(write.object());
        }
        Reading answer = reading(writer.apply(changed(present, write)));
        // Connectors read back what they wrote, so that another value may be somebody's edit.
        return Objects.equals(answer.value(), write.value()) ? answer : null;
    }

    private RightsRecord changed(RightsRecord present, FieldWrite write) {
        try {
            return text.put(present, write.value());
        } catch (JsonException | IllegalArgumentException e) {
            throw Refusals.notWritable(write.object(), "not rights: " + e.getMessage());
        }
    }

    private Reading reading(RightsRecord rights) {
        return Reading.of(text.of(rights), rights.updatedAt());
    }
}
