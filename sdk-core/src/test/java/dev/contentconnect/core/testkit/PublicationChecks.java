package dev.contentconnect.core.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.AssetStatus;
import dev.contentconnect.core.model.Publication;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.AssetPublisher;
import dev.contentconnect.core.spi.AssetReader;
import dev.contentconnect.core.spi.PublishRequest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** AssetPublisher. */
abstract class PublicationChecks extends Checks {
    PublicationChecks(ConnectorContract contract) {
        super(contract);
    }

    private PublishRequest request(String key, SourceRef asset) {
        return new PublishRequest(key, "Launch", List.of(asset), List.of(), null, null);
    }

    @Test
    void publishesOnceForOneKey() {
        AssetPublisher publisher = capability(AssetPublisher.class);
        SourceRef asset = subject().asset(connector(), "k-1");
        Publication first = publisher.publish(request("launch", asset));
        assertThat(first.assets()).containsExactly(asset);
        assertThat(publisher.publish(request("launch", asset)).ref())
                .as(SAME_KEY)
                .isEqualTo(first.ref());
        assertThat(publisher.findByKey("launch").map(Publication::ref)).contains(first.ref());
        assertThat(publisher.findByKey("another")).isEmpty();
        assertThat(publisher.publications(asset).stream().map(Publication::ref)).containsExactly(first.ref());
    }

    @Test
    void publishesNoOtherVersionThanTheApprovedOne() {
        AssetPublisher publisher = capability(AssetPublisher.class);
        SourceRef asset = subject().asset(connector(), "k-1");
        PublishRequest request = request("launch", asset).ofVersions(Map.of(asset, "no-such-version"));

        assertThat(failure(() -> publisher.publish(request)).kind())
                .isIn(ErrorKind.CONFLICT, ErrorKind.NOT_FOUND, ErrorKind.REJECTED);
        assertThat(publisher.findByKey("launch")).isEmpty();
    }

    @Test
    void publishesAllOrNothing() {
        AssetPublisher publisher = capability(AssetPublisher.class);
        SourceRef good = subject().asset(connector(), "k-1");
        SourceRef missing = subject().missing(connector());
        PublishRequest request = new PublishRequest("launch", "Launch", List.of(good, missing), List.of(), null, null);

        assertThat(failure(() -> publisher.publish(request)).kind()).isIn(ErrorKind.NOT_FOUND, ErrorKind.REJECTED);
        assertThat(publisher.findByKey("launch")).isEmpty();
    }

    @Test
    void bringsNothingThatIsHeldOutAgainUnderTheSameKey() {
        bringsNothingOutAgain("hold", AssetPublisher::hold);
    }

    @Test
    void bringsNothingThatIsWithdrawnOutAgainUnderTheSameKey() {
        Publication again = bringsNothingOutAgain("withdraw", AssetPublisher::withdraw);
        AssetPublisher publisher = capability(AssetPublisher.class);
        SourceRef asset = subject().asset(connector(), "k-1");
        assertThat(isOut(again, asset)).as("out again").isFalse();
        assertThat(publisher.publications(asset)).noneMatch(one -> isOut(one, asset));
        assertThat(publisher.findByKey("launch").map(Publication::ref))
                .as("the key stays used up")
                .contains(again.ref());
    }

    /** Takes an asset back. */
    private interface TakeBack {
        Asset from(AssetPublisher publisher, SourceRef asset, String reason);
    }

    /** What the same key finds afterwards. */
    private Publication bringsNothingOutAgain(String method, TakeBack takeBack) {
        AssetPublisher publisher = capability(AssetPublisher.class);
        assumeOffered(AssetPublisher.class, method);
        AssetReader reader = capability(AssetReader.class);
        SourceRef asset = subject().asset(connector(), "k-1");
        Publication made = publisher.publish(request("launch", asset));
        takeBack.from(publisher, asset, "the model withdrew");

        Publication again = publisher.publish(request("launch", asset));
        assertThat(again.ref()).as(SAME_KEY).isEqualTo(made.ref());
        assertThat(reader.get(asset).status()).isNotEqualTo(AssetStatus.PUBLISHED);
        return again;
    }

    private static boolean isOut(Publication publication, SourceRef asset) {
        return publication.status().equals(AssetStatus.PUBLISHED)
                && publication.assets().contains(asset);
    }

    @Test
    void holdsAndWithdraws() {
        AssetPublisher publisher = capability(AssetPublisher.class);
        SourceRef asset = subject().asset(connector(), "k-1");
        publisher.publish(request("launch", asset));
        if (isOffered(AssetPublisher.class, "hold")) {
            assertThat(publisher.hold(asset, "the model withdrew").status()).isNotEqualTo(AssetStatus.PUBLISHED);
        }
        assumeOffered(AssetPublisher.class, "withdraw");
        assertThat(publisher.withdraw(asset, "expired").status()).isNotEqualTo(AssetStatus.PUBLISHED);
        assertFails(ErrorKind.NOT_FOUND, () -> publisher.withdraw(subject().missing(connector()), "expired"));
    }
}
