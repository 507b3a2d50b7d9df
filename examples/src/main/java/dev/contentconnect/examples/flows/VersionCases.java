package dev.contentconnect.examples.flows;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.model.CaseRecord;
import dev.contentconnect.core.model.CaseStatus;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.ApprovalDesk;
import dev.contentconnect.core.spi.CaseDesk;
import dev.contentconnect.core.spi.Connector;
import dev.contentconnect.core.state.StateLink;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One case for each version of something, under the key {@code {flow}:{subject}@{version}}. What was asked about another
 * version is cancelled and counts no longer; a version that comes back is asked about anew, under the same key with a number.
 * Safe for several threads where the store is; one worker at a time for each subject.
 */
public final class VersionCases {
    private static final String ASKED = "asked";
    private static final String VOID = "void";
    private static final String DECIDED = "decided";
    private static final String AGAIN = "asked again";

    /** Vendors write their history late; how long a decision of an ended case may take to be readable. */
    private static final Duration PATIENCE = Duration.ofHours(1);

    private final String flow;
    private final CaseDesk cases;
    private final ApprovalDesk approvals;
    private final FlowTrail trail;

    /**
     * Makes it. Nothing is asked yet.
     *
     * @param flow the name of the flow: the beginning of the keys
     * @param workflow where people work; offers {@code CaseDesk} and {@code ApprovalDesk}
     * @param trail remembers what was asked, and is told how people go on
     */
    public VersionCases(String flow, Connector workflow, FlowTrail trail) {
        this.flow = flow;
        this.cases = workflow.require(CaseDesk.class);
        this.approvals = workflow.require(ApprovalDesk.class);
        this.trail = trail;
    }

    /**
     * What was asked about a version, and how far people are.
     *
     * @param subject what it is about
     * @param version which version of it
     * @param key the key of the case
     * @param progress the case, its tasks and its approvals
     */
    public record Asked(SourceRef subject, String version, String key, CaseProgress progress) {

        /**
         * The case.
         *
         * @return as it was read last
         */
        public CaseRecord record() {
            return progress.record();
        }

        /**
         * Whether people can still go on with it.
         *
         * @return false once the case has ended
         */
        public boolean isOpen() {
            return !record().status().isFinal();
        }

        /**
         * Whether it ended without deciding anything: somebody cancelled it, perhaps while it waited for its callback and had
         * a word for its outcome already, or it has none.
         *
         * @return false while it is open
         */
        public boolean isVoid() {
            return !isOpen() && (record().outcome() == null || record().status().equals(CaseStatus.CANCELLED));
        }

        /**
         * What those said who had to.
         *
         * @param stakeholders whose decisions are needed
         * @return their last words
         */
        public Decisions decisions(List<String> stakeholders) {
            return new Decisions(record(), stakeholders, version, progress.approvals().stream());
        }
    }

    /**
     * Opens the case of a version, or finds it. Cases of other versions are called off afterwards.
     *
     * @param subject what it is about
     * @param version which version of it
     * @param opening opens the case under the key that it is given
     * @return the case and how far it is
     * @throws ConnectorException when the system fails
     * @throws IllegalStateException when the system does not find the case yet that it opened; call again later
     */
    public Asked ask(SourceRef subject, String version, Consumer<String> opening) {
        String key = key(subject, version);
        trail.note(subject, ASKED, SourceRef.of(flow, key), version);
        Optional<CaseRecord> found = cases.findByKey(key);
        if (found.isEmpty()) {
            opening.accept(key);
            found = cases.findByKey(key);
        }
        CaseRecord opened = found.orElseThrow(
                () -> new IllegalStateException("the case " + key + " was opened and cannot be found yet"));
        callOff(subject, key, "superseded by version " + version);
        return read(subject, version, opened);
    }

    /**
     * What was asked last and not called off.
     *
     * @param subject what it is about
     * @return the case and how far it is, or nothing
     * @throws ConnectorException when the system fails
     */
    public Optional<Asked> current(SourceRef subject) {
        return trail.notes(subject, ASKED).stream()
                .max(Comparator.comparing(StateLink::updatedAt))
                .flatMap(link -> cases.findByKey(link.to().id())
                        .map(record -> read(subject, Objects.requireNonNull(link.fingerprint()), record)));
    }

    /**
     * What was asked about a version and still counts for it, also when another version was asked about since.
     *
     * @param subject what it is about
     * @param version which version of it
     * @return the case and how far it is, or nothing
     * @throws ConnectorException when the system fails
     */
    public Optional<Asked> find(SourceRef subject, String version) {
        return cases.findByKey(key(subject, version)).map(record -> read(subject, version, record));
    }

    /**
     * The cases about other versions that are still to be called off.
     *
     * @param subject what it is about
     * @param version which version of it is asked about now
     * @return the cases, open or ended by people
     * @throws ConnectorException when the system fails
     */
    public List<CaseRecord> others(SourceRef subject, String version) {
        Set<SourceRef> calledOff = calledOff(subject);
        return trail.notes(subject, ASKED).stream()
                .filter(note -> !version.equals(note.fingerprint()) && !calledOff.contains(note.to()))
                .flatMap(note -> cases.findByKey(note.to().id()).stream())
                .toList();
    }

    /**
     * Whether it was begun to call a case off: what was said since is the flow's own reason, or came too late. Never touches the
     * network.
     *
     * @param asked the case
     * @return also true where the case could not be cancelled yet
     */
    public boolean isCalledOff(Asked asked) {
        return calledOff(asked.subject()).contains(SourceRef.of(flow, asked.key()));
    }

    private Set<SourceRef> calledOff(SourceRef subject) {
        return trail.notes(subject, VOID).stream()
                .filter(note -> !AGAIN.equals(note.fingerprint()))
                .map(StateLink::to)
                .collect(Collectors.toSet());
    }

    /**
     * Whether a version was asked about and not called off. Never touches the network.
     *
     * @param subject what it is about
     * @param version which version of it
     * @return also true where the question broke off on its way
     */
    public boolean isAsked(SourceRef subject, String version) {
        return trail.notes(subject, ASKED).stream().anyMatch(note -> version.equals(note.fingerprint()));
    }

    /**
     * Nobody needs an answer any more.
     *
     * @param subject what it is about
     * @param reason why, in words for people
     * @throws ConnectorException when the system fails
     */
    public void callOff(SourceRef subject, String reason) {
        callOff(subject, null, reason);
    }

    private void callOff(SourceRef subject, @Nullable String except, String reason) {
        for (StateLink link : trail.notes(subject, ASKED)) {
            String key = link.to().id();
            if (!key.equals(except)) {
                cases.findByKey(key)
                        .ifPresent(
                                old -> voided(subject, Objects.requireNonNull(link.fingerprint()), old, key, reason));
                trail.forget(subject, ASKED, link.to());
            }
        }
    }

    private void voided(SourceRef subject, String version, CaseRecord old, String key, String reason) {
        if (!isDecided(subject, key)) {
            // First, so that whatever is said in it from now on counts no longer.
            trail.note(subject, VOID, SourceRef.of(flow, key), reason);
        }
        CaseRecord ended = old;
        if (!old.status().isFinal()) {
            try {
                cases.cancel(old.ref(), reason);
            } catch (ConnectorException e) {
                if (e.kind() != ErrorKind.CONFLICT) {
                    throw e;
                }
            }
            ended = cases.get(old.ref());
        }
        // Also where it ended by itself, or a call cancelled it that died before the trail knew.
        read(subject, version, ended);
    }

    /**
     * Notes that the answer was written to where it belongs.
     *
     * @param asked the case
     */
    public void decided(Asked asked) {
        trail.note(asked.subject(), DECIDED, SourceRef.of(flow, asked.key()), asked.version());
    }

    /**
     * Whether the answer was written to where it belongs.
     *
     * @param asked the case
     * @return true after {@link #decided}
     */
    public boolean isDecided(Asked asked) {
        return isDecided(asked.subject(), asked.key());
    }

    private boolean isDecided(SourceRef subject, String key) {
        return ids(subject, DECIDED).contains(key);
    }

    /**
     * The answer was used up: the next question about the version is another one.
     *
     * @param asked the case
     */
    public void again(Asked asked) {
        trail.note(asked.subject(), VOID, SourceRef.of(flow, asked.key()), AGAIN);
    }

    /**
     * Whether somebody has yet to decide, or a decision of an ended case may still become readable.
     *
     * @param asked the case
     * @param decisions what was said in it
     * @return true while it is too early to act
     */
    public boolean isUndecided(Asked asked, Decisions decisions) {
        return decisions.isOpen() || (decisions.isIncomplete() && isFresh(asked));
    }

    /**
     * Whether the case ended so lately that something that was said in it may still become readable.
     *
     * @param asked the case
     * @return also true while nothing says when it ended
     */
    public boolean isFresh(Asked asked) {
        Instant closed = asked.record().closedAt();
        return closed == null || closed.plus(PATIENCE).isAfter(trail.now());
    }

    private Asked read(SourceRef subject, String version, CaseRecord record) {
        CaseProgress progress = CaseProgress.read(record, cases, approvals);
        progress.tell(trail, subject, version);
        return new Asked(subject, version, Objects.requireNonNull(record.key()), progress);
    }

    private Set<String> ids(SourceRef subject, String word) {
        return trail.notes(subject, word).stream().map(link -> link.to().id()).collect(Collectors.toSet());
    }

    private String key(SourceRef subject, String version) {
        Set<String> over = ids(subject, VOID);
        String first = flow + ":" + subject + "@" + version;
        String key = first;
        for (int round = 2; over.contains(key); round++) {
            key = first + "#" + round;
        }
        return key;
    }
}
