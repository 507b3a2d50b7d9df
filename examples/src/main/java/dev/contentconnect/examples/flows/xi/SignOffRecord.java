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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * XI6: what was finally approved in the system of record is on the asset in the library: which version, by whom, where the
 * sign-off documents are and how long they are kept.
 *
 * <p><b>Trigger.</b> The end of an approval in the system of record, to {@link #advance}; and {@link #sweep} once a day, because
 * nobody tells of changed retention or a new hold.
 *
 * <p><b>Steps.</b> The approval is about the workspace of the asset or its record. When it says approved, about the version
 * that the library still offers, the sign-off documents in the workspace of the asset are looked up with their retention. Each
 * becomes an asset that leads to the document, related to the asset; then the metadata are written, as the last thing, so that an
 * asset that says it was signed off has its links. A hold shows in the metadata; to block the use of an asset is the business
 * of its rights ({@link RightsSync}). What was recorded stays when a new version comes, and goes on being kept up to date
 * until that one is signed off.
 *
 * <p><b>Keys.</b> The asset that leads to a document has the identity of the document in its key. Metadata and relations are
 * states. Of two approvals of one version the later one counts, whichever is heard of first.
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
    private final Predicate<Link> signOff;
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
     * @param signOff which documents of a workspace sign an asset off
     * @param fields the fields of the library that hold it all
     * @param state remembers between calls
     * @param time the clock
     * @throws IllegalArgumentException when a connector lacks a capability
     */
    public SignOffRecord(
            Connector archive,
            Connector library,
            Host host,
            Predicate<Link> signOff,
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
        this.signOff = signOff;
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
     * Takes in an event of the system of record; one that is not about an approval changes nothing.
     *
     * @param event the end of a case that is an approval
     * @throws dev.contentconnect.core.error.ConnectorException as {@link #advance}
     */
    public void on(CaseEvent event) {
        SourceRef approval = event.caseRef() == null ? event.subject() : event.caseRef();
        boolean ended =
                event.type().equals(CaseEventType.CASE_RESOLVED) || event.type().equals(CaseEventType.APPROVAL_DECIDED);
        if (ended && approval != null) {
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
        Approval decided = approvals.get(approval);
        Optional<Asset> found = subject(decided).flatMap(this::asset);
        if (found.isEmpty()) {
            return new SignOffOutcome.Nothing();
        }
        Asset asset = found.get();
        if (!decided.status().isFinal()) {
            return new SignOffOutcome.Waiting("nobody has decided yet");
        }
        tell(decided, asset);
        if (!decided.status().equals(ApprovalStatus.APPROVED)) {
            return new SignOffOutcome.NotSignedOff(decided.status());
        }
        Optional<String> other = superseded(decided, asset);
        return other.isPresent() ? refused(decided, asset, other.get()) : record(decided, asset);
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

    private Optional<String> superseded(Approval approval, Asset asset) {
        if (notes.isRecorded(asset.ref(), approval)) {
            return Optional.empty();
        }
        AssetVersion current = asset.currentVersion();
        String version = approval.subjectVersion();
        if (version != null && current != null && !isSame(version, current)) {
            return Optional.of("version " + version + " was approved, and " + current.id() + " is the current one");
        }
        return notes.later(asset.ref(), approval).map(later -> "the later approval " + later + " counts");
    }

    private static boolean isSame(String version, AssetVersion current) {
        return version.equals(current.id()) || version.equals(String.valueOf(current.number()));
    }

    private SignOffOutcome refused(Approval approval, Asset asset, String reason) {
        trail.append(event(approval, asset, CaseEventType.FLOW_REFUSED)
                .outcome("superseded")
                .note(reason)
                .build());
        return new SignOffOutcome.Superseded(reason);
    }

    private SignOffOutcome record(Approval approval, Asset asset) {
        Optional<Workspace> workspace =
                desk.findByKey(RightsSync.WORKSPACE_TYPE, asset.ref().id());
        if (workspace.isEmpty()) {
            return new SignOffOutcome.Waiting("the asset has no workspace");
        }
        Map<SourceRef, Link> documents = new LinkedHashMap<>();
        desk.documents(workspace.get().ref()).stream()
                .filter(one -> one.target() != null && signOff.test(one))
                .forEach(one -> documents.put(Objects.requireNonNull(one.target()), one));
        boolean known = notes.isRecorded(asset.ref(), approval);
        if (documents.isEmpty() && !known) {
            return new SignOffOutcome.Waiting("no sign-off document is on file");
        }
        List<RetentionFacts> facts =
                documents.keySet().stream().map(retention::retention).toList();
        links.bring(asset.ref(), documents.values());
        writer.update(Asset.builder(asset.ref())
                .extensions(Extensions.of(
                        library,
                        Map.of(
                                "metadata",
                                fields.values(
                                        approval, known ? null : asset.currentVersion(), documents.values(), facts))))
                .build());
        if (!known) {
            trail.append(event(approval, asset, CaseEventType.STATUS_CHANGED)
                    .outcome("signed_off")
                    .caseRef(workspace.get().ref())
                    .build());
            notes.recorded(asset.ref(), approval);
        }
        return new SignOffOutcome.Recorded(asset.ref(), List.copyOf(documents.keySet()));
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

    private CaseEvent.Builder event(Approval approval, Asset asset, CaseEventType type) {
        return trail.event(asset.ref(), null, type, approval.ref().id(), null)
                .subjectVersion(approval.subjectVersion())
                .related(approval.ref());
    }

    /**
     * Brings the documents and retention of everything that was recorded up to date.
     *
     * @return the outcome by approval
     * @throws dev.contentconnect.core.error.ConnectorException the first failure, after all were tried
     */
    public Map<SourceRef, SignOffOutcome> sweep() {
        return EachInTurn.of(notes.approvals(), this::advance);
    }
}
