package dev.contentconnect.aprimo.pm;

import dev.contentconnect.core.spi.BudgetDesk;
import dev.contentconnect.core.spi.CapabilityDescription;
import dev.contentconnect.core.spi.CapabilityTrait;
import dev.contentconnect.core.spi.CaseDesk;
import dev.contentconnect.core.spi.CommentThread;
import dev.contentconnect.core.spi.ProgressDesk;
import dev.contentconnect.core.spi.WebhookReceiver;
import dev.contentconnect.core.time.TimeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The capabilities on Productivity Management, by what is configured. */
public final class PmCapabilities {
    private final Desk desk;

    /**
     * Makes the capabilities. Never touches the network.
     *
     * @param client the client
     * @param config what the tenant calls things
     * @param time dates notes
     */
    public PmCapabilities(AprimoPmClient client, PmConfig config, TimeSource time) {
        this.desk = new Desk(client, config, time);
    }

    /**
     * Budgets; with the option {@code pmCurrencies}.
     *
     * @return the capability, or nothing
     */
    public Optional<BudgetDesk> budgets() {
        return desk.config.currencies().isEmpty() ? Optional.empty() : Optional.of(new PmBudgets(desk));
    }

    /**
     * Comments; with the option {@code pmNotesField}.
     *
     * @return the capability, or nothing
     */
    public Optional<CommentThread> comments() {
        return hasNotes() ? Optional.of(new PmComments(desk)) : Optional.empty();
    }

    /**
     * Progress; with the option {@code pmNotesField}.
     *
     * @return the capability, or nothing
     */
    public Optional<ProgressDesk> progress() {
        return hasNotes() ? Optional.of(new PmProgress(desk)) : Optional.empty();
    }

    /**
     * Cases; with the option {@code pmWorkflows}.
     *
     * @return the capability, or nothing
     */
    public Optional<CaseDesk> cases() {
        return desk.config.workflows().isEmpty() ? Optional.empty() : Optional.of(new PmCases(desk));
    }

    /**
     * Pushed events; with the option {@code pmWebhookSecrets} or {@code pmWebhooksUnsigned}.
     *
     * @return the capability, or nothing
     */
    public Optional<PmWebhooks> webhooks() {
        PmWebhookProof proof = desk.config.webhooks();
        return proof == null ? Optional.empty() : Optional.of(new PmWebhooks(proof, desk.config));
    }

    private boolean hasNotes() {
        return desk.config.notesField() != null;
    }

    /**
     * What they are.
     *
     * @return descriptions of those that are there
     */
    public List<CapabilityDescription> describe() {
        List<CapabilityDescription> out = new ArrayList<>();
        if (budgets().isPresent()) {
            out.add(CapabilityDescription.without(
                    BudgetDesk.class,
                    hasNotes() ? Set.of() : Set.of("decide.note"),
                    "commitments and funding accounts; decisions are made on commitments that wait for one, as the user of"
                            + " the credential, who must be an approver: approved or rejected, nothing between",
                    "no call lists funding accounts: those of the option pmFundingAccounts come, and none where"
                            + " changes since"
                            + " a moment are wanted, as they have no date of change",
                    hasNotes()
                            ? "who decided stands with what was said, and nowhere where nothing was"
                            : "what is said with a decision needs the option pmNotesField"));
        }
        if (comments().isPresent()) {
            out.add(CapabilityDescription.without(
                    CommentThread.class,
                    Set.of("add.replyTo"),
                    "on campaigns, requests, projects, tasks, commitments and the tenant's own kinds: notes in one field",
                    "on assets under review: marks on the first page of the version that is named, else of the one"
                            + " that counts;"
                            + " on attachments comments can be read alone"));
            out.add(CapabilityDescription.whole(
                    ProgressDesk.class,
                    "statuses of campaigns, requests and the tenant's own kinds by the option pmStatusIds; those of"
                            + " projects and tasks follow from their calls",
                    "a due date has a place on campaigns, requests, projects and tasks alone; percentages and delays are told"
                            + " in a note"));
        }
        if (cases().isPresent()) {
            Set<String> without = new TreeSet<>(
                    Set.of("attach", "escalate", "tasks.assignee", "tasks.candidate", "complete.attributes"));
            if (!desk.config.declineReleases()) {
                without.add("release");
            }
            out.add(CapabilityDescription.without(
                    CaseDesk.class,
                    without,
                    "a case is a project, found again by a line in its description; of two under one key the"
                            + " older counts",
                    "tasks are taken for the user of the credential alone; what is delegated does not come back",
                    "outcomes are closed" + (desk.config.declineReleases() ? "" : " and declined"),
                    "cases in the vendor's sense there are none: requests of the tenant's own kinds are told"
                            + " by webhooks"));
        }
        if (webhooks().isPresent()) {
            out.add(CapabilityDescription.whole(
                            WebhookReceiver.class,
                            "events of Productivity Management, which an administrator configures there; a repeated one has"
                                    + " the same id, and none says more than which object")
                    .with(CapabilityTrait.EVENTS_ARE_HINTS));
        }
        return out;
    }
}
