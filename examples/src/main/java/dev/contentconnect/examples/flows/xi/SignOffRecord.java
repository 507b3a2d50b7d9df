package dev.contentconnect.examples.flows.xi;

import dev.contentconnect.core.model.Approval;
import dev.contentconnect.core.model.ApprovalStatus;
import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.AssetStatus;
import dev.contentconnect.core.model.AssetVersion;
import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.model.CaseEventType;
import dev.contentconnect.core.model.Decision;
import dev.contentconnect.core.model.Extensions;
import dev.contentconnect.core.model.Link;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.model.Workspace;
import dev.contentconnect.core.spi.ApprovalDesk;
import dev.contentconnect.core.spi.AssetReader;
import dev.contentconnect.core.spi.AssetWriter;
import dev.contentconnect.core.spi.Connector;
import dev.contentconnect.core.spi.WorkspaceDesk;
import dev.contentconnect.core.state.StateStore;
import dev.contentconnect.core.time.TimeSource;
import dev.contentconnect.examples.flows.EachInTurn;
import dev.contentconnect.examples.flows.FlowTrail;
import dev.contentconnect.examples.flows.xi.SignOffNotes.Signed;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * XI6: what was finally approved in the system of record is on the asset in the library: which version, by whom, where the
 * sign-off documents are and how long they are kept.
 *
 * <p>Trigger: the end of an approval in the system of record: {@code item -> flow.handle(item.event())}. Call {@link #sweep}
 * once a day, because nobody tells of changed retention, of a new hold, of a document that is filed late, or of what people
 * undo.
 *
 * <p>Steps, and the keys of their effects:
 * <ol>
 *   <li>The approval has to be a final one, see {@link Rules}, and about the workspace of the asset or its record. It has to
 *       be about the version that the library still offers; one that names no version is about the one that was there when it
 *       was asked for, and about none where dates do not tell.
 *   <li>When it says approved, and there are sign-off documents in the workspace of the asset, it is noted as the sign-off. From
 *       then on it stands, also when a new version comes or the server removes the approval, and is kept up to date until a
 *       later one is recorded. Of two approvals of one version the later one counts, whichever is heard of first.
 *   <li>Each document becomes an asset that leads to it, with the identity of the document in its key, related to the asset.
 *   <li>The metadata are written as the last thing, so that an asset that says it was signed off has its links. Metadata and
 *       relations are states.
 * </ol>
 *
 * <p>A hold shows in the metadata; to block the use of an asset is the business of its rights ({@link RightsSync}).
 */
public final class SignOffRecord {
    /** The name of the flow: the source of its events. */
    public static final String FLOW = "xi6";

    private final String library;
    private final AssetReader media;
    private final AssetWriter writer;
    private final ApprovalDesk approvals;
    private final WorkspaceDesk desk;
    private final AssetReader archive;
    private final String archiveSystem;
    private final Rules rules;
    private final RetentionDesk retention;
    private final SignOffFields fields;
    private final SignOffLinks links;
    private final SignOffNotes notes;
    private final FlowTrail trail;

    /**
     * Makes the flow. Never touches the network.
     *
     * @param archive the system of record; offers {@code ApprovalDesk}, {@code AssetReader} and {@code WorkspaceDesk}
     * @param library where the assets are; offers {@code AssetReader} and {@code AssetWriter}
     * @param host what no capability gives
     * @param rules what signs an asset off
     * @param fields the fields of the library that hold it all
     * @param state remembers between calls
     * @param time the clock
     * @throws IllegalArgumentException when a connector lacks a capability
     */
    public SignOffRecord(
            Connector archive,
            Connector library,
            Host host,
            Rules rules,
            SignOffFields fields,
            StateStore state,
            TimeSource time) {
        this.trail = new FlowTrail(FLOW, state, time);
        this.library = library.system();
        this.media = library.require(AssetReader.class);
        this.writer = library.require(AssetWriter.class);
        this.approvals = archive.require(ApprovalDesk.class);
        this.desk = archive.require(WorkspaceDesk.class);
        this.archive = archive.require(AssetReader.class);
        this.archiveSystem = archive.system();
        this.rules = rules;
        this.retention = host.retention();
        this.fields = fields;
        this.links = new SignOffLinks(library, host.relations(), trail);
        this.notes = new SignOffNotes(trail);
    }

    /**
     * What a host adds with the clients of its systems.
     *
     * @param retention of the system of record
     * @param relations of the library
     */
    public record Host(RetentionDesk retention, AssetRelations relations) {}

    /**
     * What signs an asset off.
     *
     * @param approvals which approvals are final: the word of all, and not of one of several who are asked
     * @param documents which documents of a workspace sign an asset off
     */
    public record Rules(Predicate<Approval> approvals, Predicate<Link> documents) {
        /**
         * Approvals are final that are asked of no stakeholder in particular, so that the map of the workflow says who has to
         * agree. The reviews of {@link ExternalApproval}, one for each reviewer, are none.
         *
         * @param documents which documents of a workspace sign an asset off
         * @return the rules
         */
        public static Rules of(Predicate<Link> documents) {
            return new Rules(one -> one.stakeholder() == null, documents);
        }
    }

    /**
     * Takes in an event of the system of record; one that is not about an approval, or of another system, changes nothing.
     *
     * @param event the end of a case that is an approval
     * @throws dev.contentconnect.core.error.ConnectorException as {@link #advance}
     */
    public void handle(CaseEvent event) {
        SourceRef approval = event.caseRef() == null ? event.subject() : event.caseRef();
        boolean ended =
                event.type().equals(CaseEventType.CASE_RESOLVED) || event.type().equals(CaseEventType.APPROVAL_DECIDED);
        if (ended && approval != null && approval.system().equals(archiveSystem)) {
            advance(approval);
        }
    }

    /**
     * Takes the record of a sign-off as far as it goes without waiting.
     *
     * @param approval its identity in the system of record
     * @return where it stands
     * @throws dev.contentconnect.core.error.ConnectorException when a system fails; call again later
     */
    public SignOffOutcome advance(SourceRef approval) {
        Optional<Signed> signed = notes.by(approval);
        if (signed.isPresent()) {
            return keep(signed.get());
        }
        Optional<Approval> found = NotThere.asEmpty(() -> approvals.get(approval));
        SignOffOutcome outcome = found.map(this::decide).orElseGet(SignOffOutcome.Nothing::new);
        boolean ended = found.filter(one -> one.status().isFinal()).isPresent();
        notes.waits(approval, ended && outcome instanceof SignOffOutcome.Waiting);
        return outcome;
    }

    private SignOffOutcome decide(Approval decided) {
        Optional<Asset> found = subject(decided).flatMap(this::asset);
        if (found.isEmpty()) {
            return new SignOffOutcome.Nothing();
        }
        if (!rules.approvals().test(decided)) {
            return new SignOffOutcome.NotFinal();
        }
        Asset asset = found.get();
        if (!decided.status().isFinal()) {
            return new SignOffOutcome.Waiting("nobody has decided yet");
        }
        tell(decided, asset);
        if (!decided.status().equals(ApprovalStatus.APPROVED)) {
            return new SignOffOutcome.NotSignedOff(decided.status());
        }
        AssetVersion current = asset.currentVersion();
        if (current == null) {
            return refused(decided, asset, "the asset has no version");
        }
        Optional<String> other = superseded(decided, asset, current);
        return other.isPresent()
                ? refused(decided, asset, other.get())
                : record(new Signed(asset.ref(), MediaLibrary.name(current), decided), false);
    }

    /** What is recorded stays, whatever has become of its approval. */
    private SignOffOutcome keep(Signed signed) {
        return asset(signed.asset()).isPresent() ? record(signed, true) : new SignOffOutcome.Nothing();
    }

    private Optional<Asset> asset(SourceRef asset) {
        return NotThere.asEmpty(() -> media.get(asset))
                .filter(one -> !one.status().equals(AssetStatus.DELETED));
    }

    /** The asset in the library that an approval is about: itself, by the key of its workspace, or by that of its record. */
    private Optional<SourceRef> subject(Approval approval) {
        SourceRef subject = approval.subject();
        if (subject == null || subject.system().equals(library)) {
            return Optional.ofNullable(subject);
        }
        Optional<Workspace> workspace = NotThere.asEmpty(() -> desk.get(subject));
        if (workspace.isPresent()) {
            return workspace
                    .filter(one -> RightsSync.WORKSPACE_TYPE.equalsIgnoreCase(one.type()) && one.key() != null)
                    .map(one -> SourceRef.of(library, Objects.requireNonNull(one.key())));
        }
        return NotThere.asEmpty(() -> archive.get(subject))
                .flatMap(record -> AssetRecords.parse(record.key()))
                .filter(one -> one.system().equals(library));
    }

    private Optional<String> superseded(Approval approval, Asset asset, AssetVersion current) {
        String version = approval.subjectVersion();
        if (version == null ? !wasThere(current, approval) : !isSame(version, current)) {
            return Optional.of(
                    version == null
                            ? current.id() + " may have come after the approval was asked for, which names no version"
                            : "version " + version + " was approved, and " + current.id() + " is the current one");
        }
        return notes.of(asset.ref())
                .filter(signed -> signed.at().isAfter(SignOffNotes.decidedAt(approval)))
                .map(signed -> "the later approval " + signed.approval().ref() + " counts");
    }

    private static boolean isSame(String version, AssetVersion current) {
        return version.equals(current.id()) || version.equals(String.valueOf(current.number()));
    }

    private static boolean wasThere(AssetVersion version, Approval approval) {
        Instant made = version.createdAt();
        Instant asked = approval.requestedAt();
        return made != null && asked != null && !made.isAfter(asked);
    }

    private SignOffOutcome refused(Approval approval, Asset asset, String reason) {
        trail.append(event(approval, asset.ref(), CaseEventType.FLOW_REFUSED)
                .outcome("superseded")
                .note(reason)
                .build());
        return new SignOffOutcome.Superseded(reason);
    }

    private SignOffOutcome record(Signed signed, boolean known) {
        SourceRef asset = signed.asset();
        Optional<Workspace> workspace = desk.findByKey(RightsSync.WORKSPACE_TYPE, asset.id());
        if (workspace.isEmpty()) {
            return new SignOffOutcome.Waiting("the asset has no workspace");
        }
        Map<SourceRef, Link> documents = new LinkedHashMap<>();
        desk.documents(workspace.get().ref()).stream()
                .filter(one -> one.target() != null && rules.documents().test(one))
                .forEach(one -> documents.put(Objects.requireNonNull(one.target()), one));
        if (documents.isEmpty() && !known) {
            return new SignOffOutcome.Waiting("no sign-off document is on file");
        }
        List<RetentionFacts> facts =
                documents.keySet().stream().map(retention::retention).toList();
        if (!known) {
            // Before anything is written: a version that comes in this moment must not leave half of it behind.
            notes.sign(signed);
        }
        links.bring(asset, documents.values());
        Map<String, List<String>> values =
                fields.values(signed.approval(), signed.version(), documents.values(), facts);
        writer.update(Asset.builder(asset)
                .extensions(Extensions.of(library, Map.of("metadata", values)))
                .build());
        trail.append(event(signed.approval(), asset, CaseEventType.STATUS_CHANGED)
                .outcome("signed_off")
                .caseRef(workspace.get().ref())
                .build());
        return new SignOffOutcome.Recorded(asset, List.copyOf(documents.keySet()));
    }

    private void tell(Approval approval, Asset asset) {
        Decision decision = approval.decision();
        trail.append(trail.event(
                        asset.ref(),
                        null,
                        CaseEventType.APPROVAL_DECIDED,
                        approval.ref().id(),
                        decision == null ? null : decision.decidedAt())
                .subjectVersion(approval.subjectVersion())
                .step(approval.stakeholder())
                .actor(decision == null ? null : decision.decidedBy())
                .outcome(approval.status().value())
                .note(decision == null ? null : decision.note())
                .related(approval.ref())
                .build());
    }

    private CaseEvent.Builder event(Approval approval, SourceRef asset, CaseEventType type) {
        return trail.event(asset, null, type, approval.ref().id(), null)
                .subjectVersion(approval.subjectVersion())
                .related(approval.ref());
    }

    /**
     * Brings the documents and retention of everything that was recorded up to date, without its approvals, and goes on with
     * final approvals that wait for a workspace or a document.
     *
     * @return the outcome by approval
     * @throws dev.contentconnect.core.error.ConnectorException the first failure, after all were tried
     */
    public Map<SourceRef, SignOffOutcome> sweep() {
        Map<SourceRef, Signed> signed = new LinkedHashMap<>();
        notes.all().forEach(one -> signed.put(one.approval().ref(), one));
        Set<SourceRef> all = new LinkedHashSet<>(signed.keySet());
        all.addAll(notes.waiting());
        return EachInTurn.of(List.copyOf(all), approval -> {
            Signed known = signed.get(approval);
            return known == null ? advance(approval) : keep(known);
        });
    }
}
