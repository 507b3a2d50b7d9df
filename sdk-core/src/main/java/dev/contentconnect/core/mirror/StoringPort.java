package dev.contentconnect.core.mirror;

import dev.contentconnect.core.model.SourceRef;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** {@link FieldPorts#storing}. */
record StoringPort(FieldPort port, UnaryOperator<String> stored) implements FieldPort {
    @Override
    public Reading read(SourceRef object) {
        return port.read(object);
    }

    @Override
    public @Nullable Reading write(FieldWrite write) {
        return port.write(write);
    }

    @Override
    public String storedAs(String value) {
        return stored.apply(value);
    }
}
