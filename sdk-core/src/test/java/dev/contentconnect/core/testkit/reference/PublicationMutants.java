package dev.contentconnect.core.testkit.reference;

import dev.contentconnect.core.model.AssetStatus;
import dev.contentconnect.core.model.Publication;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.AssetPublisher;
import dev.contentconnect.core.spi.PublishRequest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Mistakes with what goes out and what was taken back. */
final class PublicationMutants {
    static final List<Mutant> ALL = List.of(
            asking(
                    "publishes a part",
                    "publishesAllOrNothing",
                    all -> with(all.key(), all.assets().subList(0, 1), all)),
            asking(
                    "publishes whatever version there is",
                    "publishesNoOtherVersionThanTheApprovedOne",
                    all -> with(all.key(), all.assets(), all)),
            asking(
                    "publishes anew under a key that is used up",
                    "bringsNothingThatIsHeldOutAgainUnderTheSameKey",
                    all -> with(all.key() + UUID.randomUUID(), all.assets(), all)),
            Mutant.doing(
                    "forgets the key of what was withdrawn",
                    "Publications.bringsNothingThatIsWithdrawnOutAgainUnderTheSameKey",
                    AssetPublisher.class,
                    "publish",
                    (real, args) -> {
                        PublishRequest all = (PublishRequest) args[0];
                        boolean isWithdrawn = ((Optional<?>) real.sibling("findByKey", all.key()))
                                .filter(one -> ((Publication) one).status().equals(AssetStatus.WITHDRAWN))
                                .isPresent();
                        return real.call(isWithdrawn ? with(all.key() + UUID.randomUUID(), all.assets(), all) : all);
                    }));

    private PublicationMutants() {}

    private static Mutant asking(String mistake, String check, UnaryOperator<PublishRequest> change) {
        return Mutant.doing(
                mistake,
                "Publications." + check,
                AssetPublisher.class,
                "publish",
                (real, args) -> real.call(change.apply((PublishRequest) args[0])));
    }

    /** Without the versions that were approved. */
    private static PublishRequest with(String key, List<SourceRef> assets, PublishRequest all) {
        return new PublishRequest(key, all.title(), assets, all.audience(), null, null);
    }
}
