package dev.contentconnect.examples.flows.wv;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.AssetStatus;
import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.model.CaseEventType;
import dev.contentconnect.core.model.CaseRecord;
import dev.contentconnect.core.model.Publication;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.AssetPublisher;
import dev.contentconnect.core.spi.AssetReader;
import dev.contentconnect.core.spi.CaseDesk;
import dev.contentconnect.core.spi.Connector;
import dev.contentconnect.core.state.StateLink;
import dev.contentconnect.core.state.StateStore;
import dev.contentconnect.core.time.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What became visible in the library, and by whose approval. The feed tells that an asset changed; the publications tell what
 * is out. One that is not out yet, because it waits for its date or is being made, is looked at again: nothing tells when it
 * comes out.
 *
 * <p>What a person shows without a publication is found when the feed says that it is visible; of a new file the feed says
 * only that it was made, so one that was shown from the beginning is found with its next change.
 */
final class PublicationWatch {
    private static final SourceRef WAITING = SourceRef.of(GovernanceReporting.FLOW, "waiting");
    private static final String WAITS = GovernanceReporting.FLOW + ".waits";

    private final CaseDesk cases;
    private final AssetPublisher publisher;
    private final @Nullable AssetReader reader;
    private final StateStore state;
    private final Duration followed;
    private final TimeSource time;

    PublicationWatch(Connector workflow, Connector library, StateStore state, Duration followed, TimeSource time) {
        this.cases = workflow.require(CaseDesk.class);
        this.publisher = library.require(AssetPublisher.class);
        this.reader = library.find(AssetReader.class).orElse(null);
        this.state = state;
        this.followed = followed;
        this.time = time;
    }

    /** What some changes of assets mean; what only says that an asset was touched means nothing. */
    List<CaseEvent> of(List<CaseEvent> changes) {
        Map<SourceRef, CaseEvent> last = new LinkedHashMap<>();
        List<CaseEvent> out = new ArrayList<>();
        for (CaseEvent change : changes) {
            if (change.type().value().startsWith("asset.") && change.subject() != null) {
                last.put(change.subject(), change);
            }
            if (isMilestone(change.type())) {
                out.add(change);
            }
        }
        last.forEach((asset, change) -> {
            List<Publication> all = publications(asset);
            out.addAll(cameOut(asset, all));
            if (all.isEmpty() && change.type().equals(CaseEventType.ASSET_PUBLISHED)) {
                out.add(withoutPublication(asset, change));
            }
        });
        return out;
    }

    private static boolean isMilestone(CaseEventType type) {
        return type.equals(CaseEventType.ASSET_HELD)
                || type.equals(CaseEventType.ASSET_WITHDRAWN)
                || type.equals(CaseEventType.ASSET_DELETED)
                || type.value().startsWith("usage.");
    }

    /** Somebody showed it by hand. Every later change of it says again that it is visible. */
    private CaseEvent withoutPublication(SourceRef asset, CaseEvent change) {
        String id = asset + "@" + change.subjectVersion() + "/shown";
        return CaseEvent.builder(GovernanceReporting.FLOW, CaseEventType.ASSET_PUBLISHED, id, change.occurredAt())
                .subject(asset)
                .subjectVersion(change.subjectVersion())
                .note(title(asset))
                .build();
    }

    void lookAgain() {
        Instant now = time.now();
        for (StateLink waiting : state.read(memory -> memory.linksFrom(WAITING, WAITS))) {
            SourceRef asset = waiting.to();
            List<Publication> all = publications(asset);
            List<CaseEvent> events = cameOut(asset, all);
            boolean over = all.stream().noneMatch(one -> isToCome(one, now))
                    || waiting.updatedAt().plus(followed).isBefore(now);
            state.transact(memory -> {
                events.forEach(memory::append);
                if (over) {
                    memory.removeLink(WAITING, WAITS, asset);
                }
                return null;
            });
        }
    }

    private List<Publication> publications(SourceRef asset) {
        List<Publication> all =
                found(() -> publisher.publications(asset).stream().toList()).orElse(List.of());
        boolean known = state.read(memory -> memory.link(WAITING, WAITS, asset)).isPresent();
        if (!known && all.stream().anyMatch(one -> isToCome(one, time.now()))) {
            state.transact(memory -> {
                memory.putLink(new StateLink(WAITING, WAITS, asset, 1, null, time.now()));
                return null;
            });
        }
        return all;
    }

    private static boolean isToCome(Publication publication, Instant now) {
        Set<AssetStatus> settled = Set.of(AssetStatus.PUBLISHED, AssetStatus.WITHDRAWN);
        return !settled.contains(publication.status())
                || (publication.at() != null && publication.at().isAfter(now));
    }

    private List<CaseEvent> cameOut(SourceRef asset, List<Publication> all) {
        return all.stream()
                .filter(one -> one.status().equals(AssetStatus.PUBLISHED))
                .map(one -> event(asset, one))
                .toList();
    }

    private CaseEvent event(SourceRef asset, Publication publication) {
        String version = publication.versions().get(asset);
        String key = approval(publication);
        Optional<CaseRecord> decided = key == null ? Optional.empty() : cases.findByKey(key);
        CaseEvent.Builder event = CaseEvent.builder(
                        GovernanceReporting.FLOW,
                        CaseEventType.ASSET_PUBLISHED,
                        publication.ref() + "/" + asset + "@" + version,
                        publication.at() == null ? time.now() : endOfSecond(publication.at()))
                .outcome(publication.status().value())
                .related(asset);
        // Without a subject of its own it is judged by that of its case.
        return decided.isPresent()
                ? event.caseRef(decided.get().ref()).caseKey(key).build()
                : event.subject(asset)
                        .subjectVersion(version)
                        .note(title(asset))
                        .build();
    }

    /** The key of the case that it was approved in, if any: what WV6 gave again says by its key what it is. */
    private static @Nullable String approval(Publication publication) {
        String key = publication.key();
        if (key == null) {
            return null;
        }
        int instead = key.indexOf(Distribution.INSTEAD);
        return instead < 0 ? key : key.substring(0, instead);
    }

    /** Libraries date in whole seconds: it came out within the second that begins then. */
    private static Instant endOfSecond(Instant at) {
        return at.equals(at.truncatedTo(ChronoUnit.SECONDS)) ? at.plusMillis(999) : at;
    }

    /** What people call what no case is about. */
    private @Nullable String title(SourceRef asset) {
        AssetReader known = reader;
        return known == null
                ? null
                : found(() -> known.get(asset)).map(Asset::title).orElse(null);
    }

    /** What was deleted since it changed is in no publication, and must not hold up the rest. */
    private static <T> Optional<T> found(Supplier<T> question) {
        try {
            return Optional.of(question.get());
        } catch (ConnectorException e) {
            if (e.kind() == ErrorKind.NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
