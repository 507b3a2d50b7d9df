package dev.contentconnect.examples.flows.sw;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.model.CaseEventType;
import dev.contentconnect.core.model.CaseRecord;
import dev.contentconnect.core.model.CaseStatus;
import dev.contentconnect.core.model.CaseTask;
import dev.contentconnect.core.model.Delivery;
import dev.contentconnect.core.model.RightsRecord;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.AssetPublisher;
import dev.contentconnect.core.spi.CaseDesk;
import dev.contentconnect.core.spi.CaseRequest;
import dev.contentconnect.core.spi.Connector;
import dev.contentconnect.core.spi.DeliveryLog;
import dev.contentconnect.core.spi.DeliveryQuery;
import dev.contentconnect.core.spi.RightsReader;
import dev.contentconnect.core.state.StateLink;
import dev.contentconnect.core.state.StateStore;
import dev.contentconnect.core.time.TimeSource;
import dev.contentconnect.examples.flows.CaseProgress;
import dev.contentconnect.examples.flows.CaseTalk;
import dev.contentconnect.examples.flows.EachInTurn;
import dev.contentconnect.examples.flows.Failures;
import dev.contentconnect.examples.flows.FlowTrail;
import dev.contentconnect.examples.flows.Standing;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * SW8: a counter of a licence passes a threshold, somebody downloads more than is usual, or downloads what is no longer licensed;
 * compliance looks into it in a case, one for each breach.
 *
 * <p>Trigger: the clock. Call {@link #sweep} now and then, say every hour: counters and downloads tell nobody that they changed. It
 * may be called any number of times and after a crash at any point. One worker at a time.
 *
 * <p>Steps, and the keys of their effects:
 * <ol>
 *   <li>Everything the delivery log has is read; nothing of it is kept but the breaches.
 *   <li>A case for each breach: {@code sw8:{licence}@{counter}-{percent}-of-{limit}}, {@code sw8:{asset}@download-{entry}}, or
 *       {@code sw8:sw8:recipient/{recipient}@downloads-on-{day}}. Once a case has ended, the same breach is not looked into again.
 *   <li>A case about a counter that no longer passes its threshold, because the limit was raised, is cancelled.
 *   <li>What people cannot resolve is kept back: the asset, or the licence, is held with the reason.
 * </ol>
 *
 * <p>Smint.io counts the uses of a licence and says so in the stream of purchases, where a counter that changes may not bring a
 * purchase by again: the connector's log reads the stream anew each time, and the rights come from its shelf, so call
 * {@code purchases().resync()} before. It publishes no history of downloads: the host's {@code DownloadHistory} reads the report that
 * administrators save. A licence is held through the host's {@code StatusPort}; without one that is refused, again at each sweep.
 */
public final class UsageCompliance {
    /** The name of the flow: the source of its events and the beginning of its keys. */
    public static final String FLOW = "sw8";

    private static final String MODEL = "contentconnect-exception";
    private static final String RESOLVED = "resolved";
    private static final String OPEN = "open";
    private static final String VOID = "void";
    private static final String HELD = "held";

    private final CaseDesk cases;
    private final DeliveryLog log;
    private final RightsReader rights;
    private final AssetPublisher publisher;
    private final Predicate<Delivery> isDownload;
    private final UsageThresholds thresholds;
    private final FlowTrail trail;

    /**
     * Makes the flow. Never touches the network.
     *
     * @param workflow where compliance works; offers {@code CaseDesk}
     * @param library what is used; offers {@code DeliveryLog}, {@code RightsReader} and {@code AssetPublisher}
     * @param isDownload which entries of the log are single downloads; the others say that a licence has counters
     * @param thresholds what compliance wants to know about
     * @param state remembers between calls
     * @param time the clock
     * @throws IllegalArgumentException when a connector lacks a capability
     */
    public UsageCompliance(
            Connector workflow,
            Connector library,
            Predicate<Delivery> isDownload,
            UsageThresholds thresholds,
            StateStore state,
            TimeSource time) {
        this.cases = workflow.require(CaseDesk.class);
        this.log = library.require(DeliveryLog.class);
        this.rights = library.require(RightsReader.class);
        this.publisher = library.require(AssetPublisher.class);
        this.isDownload = isDownload;
        this.thresholds = thresholds;
        this.trail = new FlowTrail(FLOW, state, time);
    }

    /**
     * Looks at all that is known, and goes on with each breach as far as it goes without waiting. One that fails does not stop the
     * others, nor does an asset whose rights cannot be read.
     *
     * @return where each breach stands now
     * @throws ConnectorException when a system fails; call again later
     */
    public Map<UsageBreach, Standing> sweep() {
        Set<UsageBreach> found = new LinkedHashSet<>();
        Failures failures = new Failures();
        DownloadDays days = new DownloadDays(FLOW, thresholds.downloadsADay());
        for (Delivery entry : log.deliveries(DeliveryQuery.ALL)) {
            boolean single = isDownload.test(entry);
            if (single) {
                days.add(entry);
            }
            for (SourceRef asset : entry.assets()) {
                failures.spare(() -> read(asset).ifPresent(known -> {
                    found.addAll(
                            single ? thresholds.downloaded(entry, asset, known) : thresholds.counted(asset, known));
                    if (!single) {
                        lifted(asset, known).forEach(note -> failures.spare(() -> callOff(asset, note)));
                    }
                }));
            }
        }
        found.addAll(days.breaches());
        Map<UsageBreach, Standing> stands = new LinkedHashMap<>();
        failures.spare(() -> stands.putAll(EachInTurn.of(List.copyOf(found), this::advance)));
        failures.raise();
        return stands;
    }

    /** A report may name what is gone. */
    private Optional<RightsRecord> read(SourceRef asset) {
        try {
            return Optional.of(rights.rights(asset));
        } catch (ConnectorException e) {
            if (e.kind() == ErrorKind.NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** What was looked into and no longer passes its threshold. */
    private List<StateLink> lifted(SourceRef asset, RightsRecord known) {
        List<String> words =
                thresholds.counted(asset, known).stream().map(UsageBreach::word).toList();
        return trail.notes(asset, OPEN).stream()
                .filter(note -> thresholds.isCounted(String.valueOf(note.fingerprint()), known))
                .filter(note -> !words.contains(String.valueOf(note.fingerprint())))
                .toList();
    }

    /** Noted first, so that the next breach of the kind is another one even where the rest broke off. */
    private void callOff(SourceRef asset, StateLink note) {
        String key = note.to().id();
        trail.note(asset, VOID, note.to(), null);
        cases.findByKey(key).filter(one -> !one.status().isFinal()).ifPresent(one -> {
            cases.cancel(one.ref(), "the limit was raised");
            CaseProgress.work(cases.get(one.ref()), cases).tell(trail, asset, null);
        });
        trail.forget(asset, OPEN, note.to());
    }

    private Standing advance(UsageBreach breach) {
        SourceRef subject = breach.subject();
        String key = key(breach);
        if (breach.passes()) {
            trail.note(subject, OPEN, SourceRef.of(FLOW, key), breach.word());
        }
        CaseRecord record = cases.open(new CaseRequest(
                key,
                MODEL,
                subject.id() + ": " + breach.word(),
                subject,
                null,
                null,
                null,
                Map.of("cause", breach.cause(), "severity", breach.severity())));
        trail.append(trail.event(subject, null, CaseEventType.USAGE_LIMIT_REACHED, key, null)
                .caseRef(record.ref())
                .caseKey(key)
                .note(breach.cause())
                .build());
        CaseProgress progress = CaseProgress.work(record, cases);
        progress.tell(trail, subject, null);
        if (!record.status().isFinal()) {
            return new Standing.Waiting(
                    record.ref(),
                    progress.tasks().stream()
                            .filter(task -> task.completedAt() == null)
                            .map(CaseTask::step)
                            .map(String::valueOf)
                            .distinct()
                            .toList());
        }
        return end(breach, record, key);
    }

    private String key(UsageBreach breach) {
        String first = FLOW + ":" + breach.subject() + "@" + breach.word();
        Set<String> over = new LinkedHashSet<>(trail.notes(breach.subject(), VOID).stream()
                .map(note -> note.to().id())
                .toList());
        String key = first;
        for (int round = 2; over.contains(key); round++) {
            key = first + "#" + round;
        }
        return key;
    }

    /** A case that people called off says that there is no breach. */
    private Standing end(UsageBreach breach, CaseRecord record, String key) {
        String outcome =
                Objects.requireNonNullElse(record.outcome(), record.status().value());
        boolean clear = RESOLVED.equals(outcome) || record.status().equals(CaseStatus.CANCELLED);
        if (clear) {
            return new Standing.Done(record.ref(), outcome);
        }
        SourceRef subject = breach.subject();
        SourceRef noted = SourceRef.of(FLOW, key);
        boolean isKept = subject.system().equals(FLOW)
                || trail.notes(subject, HELD).stream()
                        .anyMatch(note -> note.to().equals(noted));
        if (!isKept) {
            publisher.hold(subject, CaseTalk.signed(breach.cause(), key));
            trail.append(trail.event(subject, null, CaseEventType.ASSET_HELD, key, null)
                    .caseRef(record.ref())
                    .caseKey(key)
                    .note(breach.cause())
                    .build());
            trail.note(subject, HELD, noted, null);
        }
        return new Standing.Refused(List.of(breach.cause() + ": " + outcome));
    }
}
