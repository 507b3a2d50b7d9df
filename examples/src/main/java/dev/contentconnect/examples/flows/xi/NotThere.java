package dev.contentconnect.examples.flows.xi;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.AssetStatus;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.AssetReader;
import java.util.Optional;
import java.util.function.Supplier;

/** What is not there is an ordinary answer where objects come and go. */
final class NotThere {
    private NotThere() {}

    /**
     * Asks for an object.
     *
     * @throws ConnectorException for every failure but NotFound
     */
    static <T> Optional<T> asEmpty(Supplier<T> question) {
        try {
            return Optional.of(question.get());
        } catch (ConnectorException e) {
            if (e.kind() == ErrorKind.NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** An asset; nothing when it is gone or in the bin. */
    static Optional<Asset> orBinned(AssetReader reader, SourceRef asset) {
        return asEmpty(() -> reader.get(asset)).filter(one -> !one.status().equals(AssetStatus.DELETED));
    }
}
