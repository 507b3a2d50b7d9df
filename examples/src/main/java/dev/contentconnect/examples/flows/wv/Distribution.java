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
import java.util.LinkedHashMap;
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
    /** Stands in the key of what was given again, behind the key of its approval. */
    static final String INSTEAD = " instead of ";

    private static final Set<String> YES = Set.of("approved", "done", "delivered");
    private static final String APPROVED = "approved";
    private static final String HELD = "held";
    private static final String REPLACES = "replaces";
    private static final String RESTORING = "restoring";
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

    /** What is out of an asset, the latest last; the approved version that came out last, and the key of its approval. */
    record Out(List<Publication> all, String version, String key) {

        Publication latest() {
            return all.get(all.size() - 1);
        }

        /** Whether the audience gets what nobody approved. */
        boolean isWrong(SourceRef asset) {
            return !version.equals(latest().versions().get(asset));
        }

        /** For whom the approved version is. */
        List<List<Segment>> audiences(SourceRef asset) {
            return audiences(asset, version);
        }

        /**
         * For whom a version is: each audience that it was published for, or one that is empty for all. Of several audiences
         * no one can be made, since a partner has to be in one segment of each kind.
         */
        private List<List<Segment>> audiences(SourceRef asset, String of) {
            Map<Set<Segment>, List<Segment>> audiences = new LinkedHashMap<>();
            all.stream()
                    .filter(one -> of.equals(one.versions().get(asset)))
                    .map(Publication::audience)
                    .forEach(audience -> audiences.putIfAbsent(Set.copyOf(audience), audience));
            return audiences.containsKey(Set.of()) ? List.of(List.of()) : List.copyOf(audiences.values());
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
                .map(one -> version(asset, one))
                .map(version ->
                        new Out(out, version, noted(asset, APPROVED, version).orElseThrow()));
    }

    boolean isApproved(SourceRef asset, String version) {
        return noted(asset, APPROVED, version).isPresent();
    }

    private Optional<String> noted(SourceRef asset, String word, String version) {
        return trail.notes(asset, word).stream()
                .filter(note -> note.to().id().equals(version))
                .map(note -> String.valueOf(note.fingerprint()))
                .findFirst();
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

    /**
     * Publishes a version that was approved in the case of this key, in place of the one that is out, for each of its
     * audiences. Which one that was is noted first: the new one is out as soon as one audience has it.
     */
    void replace(Asset asset, Out out, String version, String caseKey) {
        String before = noted(asset.ref(), REPLACES, version).orElseGet(out::version);
        trail.note(asset.ref(), REPLACES, SourceRef.of(asset.ref().system(), version), before);
        List<List<Segment>> audiences = out.audiences(asset.ref(), before);
        publish(asset, version, caseKey, audiences.isEmpty() ? out.audiences(asset.ref()) : audiences, null);
    }

    /** What was approved and may be seen comes out whole; whether there was such a thing. */
    boolean finish(Asset asset, Out out, String version, String caseKey) {
        if (publisher.findByKey(caseKey).filter(one -> !BrokenOff.isUnseen(one)).isEmpty()) {
            return false;
        }
        try {
            replace(asset, out, version, caseKey);
            return true;
        } catch (ConnectorException e) {
            if (BrokenOff.isLeft(e)) {
                return false;
            }
            throw e;
        }
    }

    /**
     * Takes back what nobody approved and gives each audience the approved version again, also those which a crash kept from
     * it. A system that can publish the newest version only goes on without: then nothing is out until that one is approved.
     */
    void takeBack(Asset asset, Out out) {
        if (out.isWrong(asset.ref())) {
            hold(asset, out);
            restore(asset, out, out.latest().ref());
            return;
        }
        trail.noted(asset.ref(), RESTORING).ifPresent(note -> {
            // By now another version may be approved.
            if (out.version().equals(note.fingerprint())) {
                restore(asset, out, note.to());
            } else {
                trail.forget(asset.ref(), RESTORING, note.to());
            }
        });
    }

    private static String instead(Out out, SourceRef wrong) {
        return out.key() + INSTEAD + wrong;
    }

    private void hold(Asset asset, Out out) {
        Publication wrong = out.latest();
        String version = String.valueOf(wrong.versions().get(asset.ref()));
        trail.note(asset.ref(), HELD, wrong.ref(), version);
        // What is being published in its place must not be held again: it was begun, and a crash came in between.
        if (publisher.findByKey(instead(out, wrong.ref())).isEmpty()) {
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
    }

    /** Noted first: as soon as one audience has it again, nothing is wrong any more. */
    private void restore(Asset asset, Out out, SourceRef wrong) {
        trail.note(asset.ref(), RESTORING, wrong, out.version());
        try {
            // Not published anew: a report must not look for another approval of it.
            publish(asset, out.version(), instead(out, wrong), out.audiences(asset.ref()), "restored");
        } catch (ConnectorException e) {
            if (e.kind() != ErrorKind.CONFLICT) {
                throw e;
            }
        }
        // Also those of what was taken back before: each audience has got it again.
        trail.notes(asset.ref(), RESTORING).forEach(note -> trail.forget(asset.ref(), RESTORING, note.to()));
    }

    /** Whether it was this flow that took the asset back. */
    boolean isHeldByUs(SourceRef asset, Out out) {
        return trail.notes(asset, HELD).stream()
                .anyMatch(note -> note.to().equals(out.latest().ref()));
    }

    /** The first under the key itself. */
    private void publish(
            Asset asset, String version, String key, List<List<Segment>> audiences, @Nullable String outcome) {
        String title = asset.title() == null ? asset.ref().id() : asset.title();
        for (int i = 0; i < audiences.size(); i++) {
            String own = i == 0 ? key : key + "#" + (i + 1);
            PublishRequest request = new PublishRequest(own, title, List.of(asset.ref()), audiences.get(i), null, null);
            tell(asset, version, publisher.publish(request.ofVersions(Map.of(asset.ref(), version))), outcome);
        }
    }

    private void tell(Asset asset, String version, Publication publication, @Nullable String outcome) {
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
