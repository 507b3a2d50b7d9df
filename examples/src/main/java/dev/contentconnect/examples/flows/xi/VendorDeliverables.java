package dev.contentconnect.examples.flows.xi;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.model.Approval;
import dev.contentconnect.core.model.ApprovalStatus;
import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.AssetVersion;
import dev.contentconnect.core.model.CaseEventType;
import dev.contentconnect.core.model.Decision;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.ApprovalDesk;
import dev.contentconnect.core.spi.ApprovalRequest;
import dev.contentconnect.core.spi.Connector;
import dev.contentconnect.core.state.StateLink;
import dev.contentconnect.core.state.StateStore;
import dev.contentconnect.core.time.TimeSource;
import dev.contentconnect.examples.flows.FlowTrail;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * XI8: a vendor adds versions of a deliverable to the media library. Each version is reviewed there, the vendor looks on and
 * comments through a share, and the vendor's workspace keeps the trail: every version with its state, all that was said about
 * it, who decided, and the invoices.
 *
 * <p>Trigger: a version came, somebody decided, an invoice came. {@link #advance} and {@link #bill} look at how things stand
 * and take one step, so they may be called any number of times, late, out of order and after a crash at any point. One thread
 * a vendor: the rows of a workspace are written together.
 *
 * <p>Steps of a version, and the keys of their effects:
 * <ol>
 *   <li>The review of an older version that is still open ends as superseded.
 *   <li>The vendor's workspace, with a link to the asset; an approval in the media library, {@code xi8:{asset}@{version}};
 *       a share under the same key, and a link to it in the workspace, where those who work with the vendor find it.
 *   <li>Once decided: all comments on the version and the decision as one document, {@code …:feedback:{digest}}; what is said
 *       later goes into another one. Then the share and the link to it end. A decision that is taken back opens them again.
 *   <li>A row for each version. An invoice is payable while a version of its deliverable stands approved.
 * </ol>
 */
public final class VendorDeliverables {
    /** The name of the flow: the source of its events and the beginning of its keys. */
    public static final String FLOW = "xi8";

    private static final String VERSION = "version";
    private static final String APPROVAL = "approval";
    private static final String OVER = "over";

    private final MediaLibrary media;
    private final ApprovalDesk approvals;
    private final ReviewShares shares;
    private final VendorFile file;
    private final List<String> reviewers;
    private final FlowTrail trail;

    /**
     * Makes the flow. Never touches the network.
     *
     * @param library where media are; offers {@code AssetReader}, {@code AssetWriter}, {@code CommentThread} and
     *     {@code ApprovalDesk}
     * @param archive where the workspaces are; offers {@code WorkspaceDesk}
     * @param shares shows the media to vendors
     * @param reviewers who decides, in the words of the library's configuration; empty leaves it to our own user
     * @param fields where the workspaces keep what this is about
     * @param pages where people see an asset of the library
     * @param state remembers between calls
     * @param time the clock
     * @throws IllegalArgumentException when a connector lacks a capability
     */
    public VendorDeliverables(
            Connector library,
            Connector archive,
            ReviewShares shares,
            List<String> reviewers,
            VendorFields fields,
            Function<SourceRef, URI> pages,
            StateStore state,
            TimeSource time) {
        this.media = new MediaLibrary(library, pages);
        this.approvals = library.require(ApprovalDesk.class);
        this.shares = shares;
        this.reviewers = List.copyOf(reviewers);
        this.trail = new FlowTrail(FLOW, state, time);
        this.file = new VendorFile(archive, fields, trail);
    }

    /**
     * Takes a deliverable one step on, as far as it goes without waiting.
     *
     * @param deliverable what the vendor delivers
     * @return where it stands now
     * @throws dev.contentconnect.core.error.ConnectorException Conflict when another version came, or somebody changed the
     *     workspace, in this very moment; also when a system fails; call again later
     */
    public DeliverableOutcome advance(Deliverable deliverable) {
        SourceRef workspace = file.open(deliverable);
        Optional<Asset> found = media.find(deliverable.asset());
        AssetVersion current = found.map(Asset::currentVersion).orElse(null);
        closeOthers(deliverable, workspace, current);
        if (found.isEmpty() || current == null) {
            file.unlink(workspace, deliverable.asset());
            return new DeliverableOutcome.Absent();
        }
        SourceRef version = MediaLibrary.versionRef(deliverable.asset(), current.id());
        if (trail.notes(deliverable.asset(), VERSION).stream()
                .noneMatch(one -> one.to().equals(version))) {
            trail.note(deliverable.asset(), VERSION, version, current.id() + "\n" + MediaLibrary.name(current));
        }
        trail.append(trail.event(
                        deliverable.asset(), current.id(), CaseEventType.ASSET_VERSION_ADDED, "", current.createdAt())
                .actor(current.createdBy())
                .note(title(deliverable, MediaLibrary.name(current)))
                .build());
        file.link(workspace, media.link(found.get()));
        return review(deliverable, workspace, current);
    }

    private DeliverableOutcome review(Deliverable deliverable, SourceRef workspace, AssetVersion current) {
        String name = MediaLibrary.name(current);
        ReviewRounds.Round round = round(deliverable, current.id());
        Approval approval = request(deliverable, round, name);
        if (trail.noted(round.ref(), APPROVAL).isEmpty()) {
            trail.note(round.ref(), APPROVAL, approval.ref(), null);
        }
        new ReviewTelling(trail, round).progress(title(deliverable, name), List.of(approval));
        if (!approval.status().isFinal()) {
            reopen(round);
            ReviewShares.Share share = shares.open(deliverable.asset(), round.key(), title(deliverable, name));
            file.show(workspace, reviewTitle(deliverable, name), share.uri());
            file.row(workspace, deliverable, name, "in review", null, null);
            return new DeliverableOutcome.Waiting(current.id(), share.id());
        }
        boolean approved = approval.status().equals(ApprovalStatus.APPROVED);
        return new DeliverableOutcome.Decided(
                current.id(), approved, close(deliverable, workspace, round, name, approval, ""));
    }

    private Approval request(Deliverable deliverable, ReviewRounds.Round round, String name) {
        return approvals
                .request(new ApprovalRequest(
                        round.key(),
                        title(deliverable, name),
                        deliverable.asset(),
                        round.version(),
                        reviewers,
                        null,
                        "Delivered by " + deliverable.vendorName() + ".",
                        Map.of()))
                .get(0);
    }

    /** A reviewer thought again: what was over has to be ended another time. Before anything is opened. */
    private void reopen(ReviewRounds.Round round) {
        Optional<StateLink> over = trail.noted(round.ref(), OVER);
        if (over.isPresent()) {
            new ReviewTelling(trail, round).reopened();
            trail.forget(round.ref(), OVER, over.get().to());
        }
    }

    /** What is open about other versions: what was decided stands, and otherwise nobody needs to decide any more. */
    private void closeOthers(Deliverable deliverable, SourceRef workspace, @Nullable AssetVersion current) {
        for (StateLink one : trail.notes(deliverable.asset(), VERSION)) {
            String[] version = Objects.requireNonNull(one.fingerprint()).split("\n", 2);
            boolean isCurrent = current != null && current.id().equals(version[0]);
            if (!isCurrent && trail.noted(one.to(), OVER).isEmpty()) {
                ReviewRounds.Round round = round(deliverable, version[0]);
                Approval approval = approval(deliverable, round, version[1]);
                String otherwise = current == null ? "gone" : "superseded";
                close(deliverable, workspace, round, version[1], approval, otherwise);
            }
        }
    }

    /** The review of an older version, also one that was begun the moment before a crash and never noted. */
    private @Nullable Approval approval(Deliverable deliverable, ReviewRounds.Round round, String name) {
        Optional<StateLink> noted = trail.noted(round.ref(), APPROVAL);
        return noted.isPresent()
                ? NotThere.asEmpty(() -> approvals.get(noted.get().to())).orElse(null)
                : begun(deliverable, round, name);
    }

    /** Found under its key. Where there is none, a system refuses to begin a review of a version that is not current. */
    private @Nullable Approval begun(Deliverable deliverable, ReviewRounds.Round round, String name) {
        try {
            return request(deliverable, round, name);
        } catch (ConnectorException e) {
            if (e.kind() == ErrorKind.CONFLICT || e.kind() == ErrorKind.NOT_FOUND) {
                return null;
            }
            throw e;
        }
    }

    /** Keeps what was said first, then ends the share, then writes the row, then tells. */
    private SourceRef close(
            Deliverable deliverable,
            SourceRef workspace,
            ReviewRounds.Round round,
            String name,
            @Nullable Approval approval,
            String otherwise) {
        boolean decided = approval != null && approval.status().isFinal();
        String state = approval != null && decided ? approval.status().value() : otherwise;
        Decision decision = approval == null ? null : approval.decision();
        boolean isThere = media.find(deliverable.asset()).isPresent();
        FeedbackSheet sheet = new FeedbackSheet(
                title(deliverable, name),
                state,
                decision,
                isThere ? media.comments(deliverable.asset(), round.version()) : List.of());
        SourceRef document = file.keep(workspace, round.key(), sheet);
        file.hide(workspace, reviewTitle(deliverable, name));
        shares.close(deliverable.asset(), round.key());
        file.row(workspace, deliverable, name, state, decision, document);
        trail.append(trail.event(round.thing(), round.version(), CaseEventType.ATTACHMENT_ADDED, document.id(), null)
                .caseKey(round.key())
                .note("feedback")
                .related(document)
                .build());
        ReviewTelling telling = new ReviewTelling(trail, round);
        if (approval != null) {
            telling.progress(title(deliverable, name), List.of(approval));
        }
        if (decided) {
            telling.resolved(state, null);
        } else {
            telling.cancelled(state);
        }
        if (trail.noted(round.ref(), OVER).isEmpty()) {
            trail.note(round.ref(), OVER, deliverable.asset(), state);
        }
        return document;
    }

    /**
     * Files an invoice, and says whether it is to be paid. {@link #advance} frees invoices that are held, once a version of
     * their deliverable is approved, and holds them again when that approval is taken back.
     *
     * @param invoice the invoice
     * @return where it stands now
     * @throws dev.contentconnect.core.error.ConnectorException as {@link #advance}
     */
    public InvoiceOutcome bill(VendorInvoice invoice) {
        return file.bill(file.open(invoice.deliverable()), invoice);
    }

    private static ReviewRounds.Round round(Deliverable deliverable, String version) {
        SourceRef ref = MediaLibrary.versionRef(deliverable.asset(), version);
        return new ReviewRounds.Round(deliverable.asset(), version, 0, FLOW + ":" + ref);
    }

    private static String title(Deliverable deliverable, String version) {
        return deliverable.title() + ", version " + version;
    }

    private static String reviewTitle(Deliverable deliverable, String version) {
        return "Review of " + title(deliverable, version);
    }
}
