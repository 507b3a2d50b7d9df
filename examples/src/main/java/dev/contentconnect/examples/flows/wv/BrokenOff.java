package dev.contentconnect.examples.flows.wv;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.model.AssetStatus;
import dev.contentconnect.core.model.Publication;
import dev.contentconnect.core.spi.AssetPublisher;
import dev.contentconnect.core.spi.PublishRequest;
import java.util.Optional;
import java.util.Set;

/**
 * Publications that a crash left half done. What was approved and may be seen already is finished before anything takes its
 * place, as if there had been no crash: two versions would be seen beside each other. What nobody has seen is left: holds and
 * rights may have changed since somebody looked at them.
 */
final class BrokenOff {
    private static final Set<AssetStatus> UNSEEN = Set.of(AssetStatus.DRAFT, AssetStatus.IN_REVIEW);
    private static final Set<ErrorKind> LEFT = Set.of(ErrorKind.REJECTED, ErrorKind.CONFLICT, ErrorKind.NOT_FOUND);

    private BrokenOff() {}

    /** Whether it has to be gone through again, unless a flow knows that it came out: then it is people who hold it. */
    static boolean isUnfinished(Publication publication) {
        return isUnseen(publication) || publication.status().equals(AssetStatus.HELD);
    }

    /** Whether nothing of it has come out. */
    static boolean isUnseen(Publication publication) {
        return UNSEEN.contains(publication.status());
    }

    /**
     * Finishes a publication for what and whom it was begun, if it may be seen. One that is finished may still have to be told.
     *
     * @param publisher where it was begun
     * @param key its key
     * @param title what it is called where the library did not keep that
     * @return what came out; nothing when nothing did, or what was begun cannot be finished
     * @throws ConnectorException when the system fails; call again later
     */
    static Optional<Publication> finish(AssetPublisher publisher, String key, String title) {
        Optional<Publication> begun =
                publisher.findByKey(key).filter(one -> !one.assets().isEmpty() && !isUnseen(one));
        if (begun.isEmpty() || !isUnfinished(begun.get())) {
            return begun;
        }
        Publication one = begun.get();
        try {
            return Optional.of(
                    publisher.publish(new PublishRequest(key, title, one.assets(), one.audience(), null, null)
                            .ofVersions(one.versions())));
        } catch (ConnectorException e) {
            if (isLeft(e)) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** Whether it cannot be finished any more: people took it back, or took apart what was in it. */
    static boolean isLeft(ConnectorException e) {
        return LEFT.contains(e.kind());
    }
}
