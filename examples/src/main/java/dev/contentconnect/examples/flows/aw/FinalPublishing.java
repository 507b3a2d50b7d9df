package dev.contentconnect.examples.flows.aw;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.model.CaseEventType;
import dev.contentconnect.core.model.Publication;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.ApprovalDesk;
import dev.contentconnect.core.spi.ApprovalRequest;
import dev.contentconnect.core.spi.AssetPublisher;
import dev.contentconnect.core.spi.Connector;
import dev.contentconnect.core.spi.PublishRequest;
import dev.contentconnect.core.state.StateStore;
import dev.contentconnect.core.time.TimeSource;
import dev.contentconnect.examples.flows.Decisions;
import dev.contentconnect.examples.flows.Fingerprint;
import dev.contentconnect.examples.flows.FlowTrail;
import dev.contentconnect.examples.flows.Standing;
import dev.contentconnect.examples.flows.VersionCases;
import dev.contentconnect.examples.flows.VersionCases.Asked;
import dev.contentconnect.examples.flows.VersionNotes;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * AW6: a package of assets completes all its reviews in the workflow service, and Aprimo publishes the versions that were
 * approved: all of them, after the last approval, and no others.
 *
 * <p>Trigger: the package is ready; then each change of its case. Call {@link #advance} with the same package. It may be called
 * any number of times, late and after a crash at any point. One worker at a time for each package.
 *
 * <p>Steps, and the keys of their effects:
 * <ol>
 *   <li>A case for the package with its versions: {@code aw6:{package}@{print}}. A package with another version in it is
 *       another question; the one before is cancelled. A late call about the one before changes nothing: what was replaced does
 *       not come back under the same name.
 *   <li>When everybody said yes, the publication, under the key of the case. It is published once: what people take back
 *       afterwards stays where they put it. An order that broke off is carried out or taken back, under its own key, before the
 *       package that came since is asked about.
 * </ol>
 *
 * <p>Aprimo publishes a record or orders public links; by no call does it publish to some channels or workspaces only, nor an
 * older version than the latest. Channels stand in the note of the publication, and a rule of the tenant may go by them. When a
 * newer version came in after the approval, nothing is published until the approved one is the latest again or the newer one is
 * approved.
 */
public final class FinalPublishing {
    /** The name of the flow: the source of its events and the beginning of its keys. */
    public static final String FLOW = "aw6";

    private final ApprovalDesk approvals;
    private final AssetPublisher publisher;
    private final FlowTrail trail;
    private final VersionCases cases;
    private final PublishOrders orders;

    /**
     * What is to be published together.
     *
     * @param ref names the package
     * @param title what people call it
     * @param versions by asset the id of the version that is reviewed
     * @param stakeholders whose approval is needed
     * @param channels where it is to be used, in words
     * @param dueAt when the reviews are due, or null
     */
    public record ReviewedPackage(
            SourceRef ref,
            String title,
            Map<SourceRef, String> versions,
            List<String> stakeholders,
            List<String> channels,
            @Nullable Instant dueAt) {

        /**
         * Makes a package; collections are copied.
         *
         * @throws IllegalArgumentException when there is no asset, or nobody to approve it
         */
        public ReviewedPackage {
            versions = Map.copyOf(versions);
            stakeholders = List.copyOf(stakeholders);
            channels = List.copyOf(channels);
            if (versions.isEmpty() || stakeholders.isEmpty()) {
                throw new IllegalArgumentException("a package has assets and somebody who approves them");
            }
        }

        String print() {
            return Fingerprint.of(new TreeMap<>(versions).toString(), stakeholders.toString(), channels.toString());
        }
    }

    /**
     * Makes the flow. Never touches the network.
     *
     * @param workflow where people decide; offers {@code CaseDesk} and {@code ApprovalDesk}
     * @param library where assets are; offers {@code AssetPublisher}
     * @param state remembers between calls
     * @param time the clock
     * @throws IllegalArgumentException when a connector lacks a capability
     */
    public FinalPublishing(Connector workflow, Connector library, StateStore state, TimeSource time) {
        this.approvals = workflow.require(ApprovalDesk.class);
        this.publisher = library.require(AssetPublisher.class);
        this.trail = new FlowTrail(FLOW, state, time);
        this.cases = new VersionCases(FLOW, workflow, trail);
        this.orders = new PublishOrders(trail);
    }

    /**
     * Takes a package one step on, as far as it goes without waiting.
     *
     * @param content what is to be published together
     * @return where it stands now; refused also while a newer version than the approved one is in the way; idle once a later
     *     form of the package is known
     * @throws ConnectorException when a system fails; call again later
     * @throws IllegalStateException when the system does not find the case yet that it opened; call again later
     */
    public Standing advance(ReviewedPackage content) {
        VersionNotes notes = new VersionNotes(trail, content.ref(), content.print());
        notes.enter();
        boolean superseded = notes.isSuperseded();
        for (PublishOrders.Order order : orders.open(content.ref())) {
            if (superseded || !order.print().equals(content.print())) {
                settle(content, order);
            }
        }
        if (superseded) {
            return new Standing.Idle("superseded: the package is another one now");
        }
        Asked asked = cases.ask(content.ref(), content.print(), key -> open(key, content));
        Decisions decisions = asked.decisions(content.stakeholders());
        if (cases.isUndecided(asked, decisions)) {
            return new Standing.Waiting(asked.record().ref(), decisions.missing());
        }
        List<String> objections = decisions.objections();
        if (!objections.isEmpty()) {
            return refuse(asked, CaseEventType.FLOW_REFUSED, objections);
        }
        return cases.isDecided(asked) ? out(asked) : publish(content, asked);
    }

    private void open(String key, ReviewedPackage content) {
        approvals.request(new ApprovalRequest(
                key,
                content.title(),
                content.ref(),
                content.print(),
                content.stakeholders(),
                content.dueAt(),
                "Versions: " + new TreeMap<>(content.versions()) + channels(content),
                Map.of()));
    }

    private static String channels(ReviewedPackage content) {
        return content.channels().isEmpty() ? "" : "\nChannels: " + String.join(", ", content.channels());
    }

    private Standing publish(ReviewedPackage content, Asked asked) {
        List<SourceRef> assets = content.versions().keySet().stream().sorted().toList();
        String note = channels(content).strip();
        PublishRequest request =
                new PublishRequest(asked.key(), content.title(), assets, List.of(), null, note.isEmpty() ? null : note);
        PublishOrders.Order order = new PublishOrders.Order(content.print(), request.ofVersions(content.versions()));
        orders.give(content.ref(), order);
        try {
            carryOut(content.ref(), order, asked);
        } catch (ConnectorException e) {
            if (e.kind() != ErrorKind.CONFLICT) {
                throw e;
            }
            return refuse(
                    asked,
                    CaseEventType.FLOW_FAILED,
                    List.of(Objects.requireNonNullElse(e.error().trace().message(), "another version is in the way")));
        }
        return out(asked);
    }

    /** What an earlier form of the package had begun to bring out comes out whole, as it was approved, or not at all. */
    private void settle(ReviewedPackage content, PublishOrders.Order order) {
        Asked asked = cases.find(content.ref(), order.print())
                .filter(one -> one.key().equals(order.request().key()))
                .orElse(null);
        try {
            carryOut(content.ref(), order, asked);
        } catch (ConnectorException e) {
            if (!isTakenBack(e)) {
                throw e;
            }
        }
    }

    private void carryOut(SourceRef subject, PublishOrders.Order order, @Nullable Asked asked) {
        PublishRequest request = order.request();
        Publication made;
        try {
            made = publisher.publish(request);
        } catch (ConnectorException e) {
            if (isTakenBack(e)) {
                orders.close(subject, order);
            }
            throw e;
        } catch (IllegalArgumentException neverSent) {
            orders.close(subject, order);
            throw neverSent;
        }
        trail.append(request.assets().stream()
                .map(asset -> trail.event(
                                asset,
                                request.versions().get(asset),
                                CaseEventType.ASSET_PUBLISHED,
                                request.key(),
                                null)
                        .caseRef(asked == null ? null : asked.record().ref())
                        .caseKey(request.key())
                        .related(made.ref())
                        .build())
                .toList());
        if (asked != null) {
            cases.decided(asked);
        }
        orders.close(subject, order);
    }

    /** Refused as it is, and nothing of it is left: what could not be taken back is told beside the failure. */
    private static boolean isTakenBack(ConnectorException e) {
        boolean refused = switch (e.kind()) {
            case CONFLICT, REJECTED, NOT_FOUND, FORBIDDEN -> true;
            default -> false;
        };
        return refused && e.getSuppressed().length == 0;
    }

    private static Standing out(Asked asked) {
        return new Standing.Done(asked.record().ref(), "published");
    }

    private Standing refuse(Asked asked, CaseEventType what, List<String> reasons) {
        trail.append(trail.event(asked.subject(), asked.version(), what, asked.key(), null)
                .caseRef(asked.record().ref())
                .caseKey(asked.key())
                .note(String.join("; ", reasons))
                .build());
        return new Standing.Refused(reasons);
    }
}
