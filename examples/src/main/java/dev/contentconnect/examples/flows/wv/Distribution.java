package dev.contentconnect.examples.flows.wv;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.AssetStatus;
import dev.contentconnect.core.model.CaseEventType;
import dev.contentconnect.core.model.CaseRecord;
import dev.contentconnect.core.model.CaseStatus;
import dev.contentconnect.core.model.Publication;
import dev.contentconnect.core.model.Segment;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.AssetPublisher;
import dev.contentconnect.core.spi.CaseDesk;
import dev.contentconnect.core.spi.PublishRequest;
import dev.contentconnect.examples.flows.FlowTrail;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which version of an asset its audience gets, and whether somebody approved it. Of several publications the latest one
 * counts. One is approved when its key is the key of a case that ended with a yes, as it is in every flow of this package.
 */
final class Distribution {
    private static final Set<String> YES = Set.of("approved", "done", "delivered");
    private static final String APPROVED = "approved";
    private static final String HELD = "held";
    private static final Comparator<Publication> BY_TIME =
            Comparator.comparing(Publication::at, Comparator.nullsFirst(Comparator.<Instant>naturalOrder()));

    private final AssetPublisher publisher;
    private final CaseDesk cases;
    private final FlowTrail trail;

    Distribution(AssetPublisher publisher, CaseDesk cases, FlowTrail trail) {
        this.publisher = publisher;
        this.cases = cases;
        this.trail = trail;
    }

    /** What is out of an asset, the latest last, and the approved version of it that came out last. */
    record Out(List<Publication> all, String version) {

        Publication latest() {
            return all.get(all.size() - 1);
        }

        /** Whether the audience gets what nobody approved. */
        boolean isWrong(SourceRef asset) {
            return !version.equals(latest().versions().get(asset));
        }

        /** For whom the approved version is; empty for all. */
        List<Segment> audience(SourceRef asset) {
            List<Publication> same = all.stream()
                    .filter(one -> version.equals(one.versions().get(asset)))
                    .toList();
            return same.stream().anyMatch(one -> one.audience().isEmpty())
                    ? List.of()
                    : same.stream()
                            .flatMap(one -> one.audience().stream())
                            .distinct()
                            .toList();
        }
    }

    /** Nothing when no approved version is out. */
    Optional<Out> of(SourceRef asset) {
        List<Publication> out = publisher.publications(asset).stream()
                .filter(one -> one.status().equals(AssetStatus.PUBLISHED))
                .filter(one -> one.versions().containsKey(asset))
                .sorted(BY_TIME)
                .toList();
        return out.stream()
                .filter(one -> isApproved(asset, one))
                .reduce((earlier, later) -> later)
                .map(one -> new Out(out, version(asset, one)));
    }

    boolean isApproved(SourceRef asset, String version) {
        return trail.notes(asset, APPROVED).stream()
                .anyMatch(note -> note.to().id().equals(version));
    }

    private boolean isApproved(SourceRef asset, Publication publication) {
        String version = version(asset, publication);
        if (isApproved(asset, version)) {
            return true;
        }
        String key = publication.key();
        boolean approved = key != null
                && cases.findByKey(key).filter(Distribution::saidYes).isPresent();
        if (approved) {
            trail.note(asset, APPROVED, SourceRef.of(asset.system(), version), key);
        }
        return approved;
    }

    private static boolean saidYes(CaseRecord record) {
        return record.status().equals(CaseStatus.RESOLVED) && YES.contains(String.valueOf(record.outcome()));
    }

    private static String version(SourceRef asset, Publication publication) {
        return Objects.requireNonNull(publication.versions().get(asset));
    }

    /** Publishes a version that was approved in the case of this key, in place of the one that is out. */
    void replace(Asset asset, Out out, String version, String caseKey) {
        tell(asset, version, publish(asset, version, caseKey, out.audience(asset.ref())), null);
    }

    /**
     * Takes back what nobody approved and gives the audience the approved version again. A system that can publish the
     * newest version only goes on without: then nothing is out until that one is approved.
     */
    void takeBack(Asset asset, Out out) {
        Publication wrong = out.latest();
        String version = String.valueOf(wrong.versions().get(asset.ref()));
        String key = ReApproval.FLOW + ":" + asset.ref() + "@" + out.version() + " instead of " + wrong.ref();
        trail.note(asset.ref(), HELD, wrong.ref(), version);
        // What is being published in its place must not be held again: it was begun, and a crash came in between.
        if (publisher.findByKey(key).isEmpty()) {
            publisher.hold(asset.ref(), "version " + version + " was published without an approval");
        }
        trail.append(trail.event(
                        asset.ref(),
                        version,
                        CaseEventType.ASSET_HELD,
                        wrong.ref().id(),
                        null)
                .note("published without an approval")
                .related(wrong.ref())
                .build());
        try {
            // Not published anew: a report must not look for another approval of it.
            tell(asset, out.version(), publish(asset, out.version(), key, out.audience(asset.ref())), "restored");
        } catch (ConnectorException e) {
            if (e.kind() != ErrorKind.CONFLICT) {
                throw e;
            }
        }
    }

    /** Whether it was this flow that took the asset back. */
    boolean isHeldByUs(SourceRef asset, Out out) {
        return trail.notes(asset, HELD).stream()
                .anyMatch(note -> note.to().equals(out.latest().ref()));
    }

    private Publication publish(Asset asset, String version, String key, List<Segment> audience) {
        String title = asset.title() == null ? asset.ref().id() : asset.title();
        return publisher.publish(new PublishRequest(key, title, List.of(asset.ref()), audience, null, null)
                .ofVersions(Map.of(asset.ref(), version)));
    }

    void tell(Asset asset, String version, Publication publication, @Nullable String outcome) {
        trail.append(trail.event(
                        asset.ref(),
                        version,
                        CaseEventType.ASSET_PUBLISHED,
                        publication.ref().id(),
                        publication.at())
                .outcome(outcome == null ? publication.status().value() : outcome)
                .related(publication.ref())
                .build());
    }
}
