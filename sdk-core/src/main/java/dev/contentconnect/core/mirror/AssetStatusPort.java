package dev.contentconnect.core.mirror;

import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.AssetStatus;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.AssetReader;
import dev.contentconnect.core.spi.AssetWriter;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@link FieldPorts#assetStatus}. */
record AssetStatusPort(AssetReader reader, AssetWriter writer) implements FieldPort {
    @Override
    public Reading read(SourceRef object) {
        return reading(reader.get(object));
    }

    @Override
    public @Nullable Reading write(FieldWrite write) {
        SourceRef object = write.object();
        String value = write.value();
        if (value == null) {
            throw Refusals.notWritable(object, "a status cannot be taken away");
        }
        if (!Objects.equals(read(object).value(), write.seen().value())) {
            throw Refusals.changed(object);
        }
        Reading answer = reading(writer.update(
                Asset.builder(object).status(AssetStatus.of(value)).build()));
        // Another word may be the system's own or somebody's: a connector may read back before it answers.
        return value.equals(answer.value()) ? answer : null;
    }

    private static Reading reading(Asset asset) {
        boolean silent = asset.status().equals(AssetStatus.UNKNOWN);
        return Reading.of(silent ? null : asset.status().value(), asset.updatedAt());
    }
}
