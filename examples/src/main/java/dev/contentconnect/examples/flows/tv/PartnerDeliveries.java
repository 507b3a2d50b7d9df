package dev.contentconnect.examples.flows.tv;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.error.Trace;
import dev.contentconnect.core.model.CaseEventType;
import dev.contentconnect.core.model.Delivery;
import dev.contentconnect.core.model.DeliveryStatus;
import dev.contentconnect.core.model.Partner;
import dev.contentconnect.core.model.Segment;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.Connector;
import dev.contentconnect.core.spi.Content;
import dev.contentconnect.core.spi.DeliveryDraft;
import dev.contentconnect.core.spi.DeliveryLog;
import dev.contentconnect.examples.flows.Fingerprint;
import dev.contentconnect.examples.flows.FlowTrail;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Hands files over to partners, each once, and follows them: the log of the library has an entry for each, queued until the
 * file was handed over, then sent, delivered or failed as the network's tracking says. Every method may be repeated. Where a
 * call broke off while the bytes of a file were read, and the partner may not have it any more, it counts as sent, perhaps:
 * nobody is told that something was not sent which may have left.
 */
final class PartnerDeliveries {
    private static final Set<DeliveryStatus> NOT_OUT = Set.of(DeliveryStatus.QUEUED, DeliveryStatus.UNKNOWN);

    /** A file may be refused after it was picked up, and what was on hold may arrive. */
    private static final Set<DeliveryStatus> CHANGING =
            Set.of(DeliveryStatus.SENT, DeliveryStatus.DELIVERED, DeliveryStatus.FAILED);

    private static final String HANDING = "handing";
    private static final String PERHAPS = "perhaps, as ";
    private static final String NO_ADDRESS = "no_address";
    private static final Set<DeliveryStatus> FAILED = Set.of(DeliveryStatus.FAILED, DeliveryStatus.REJECTED);
    private static final Map<DeliveryStatus, CaseEventType> EVENTS = Map.of(
            DeliveryStatus.SENT, CaseEventType.DELIVERY_SENT,
            DeliveryStatus.DELIVERED, CaseEventType.DELIVERY_DELIVERED,
            DeliveryStatus.ACKNOWLEDGED, CaseEventType.DELIVERY_ACKNOWLEDGED,
            DeliveryStatus.REJECTED, CaseEventType.DELIVERY_REJECTED,
            DeliveryStatus.FAILED, CaseEventType.DELIVERY_FAILED);

    private final PartnerFiles files;
    private final DeliveryLog log;
    private final PartnerLibrary library;
    private final FlowTrail trail;

    PartnerDeliveries(PartnerFiles files, Connector library, PartnerLibrary offers, FlowTrail trail) {
        this.files = files;
        this.log = library.require(DeliveryLog.class);
        this.library = offers;
        this.trail = trail;
    }

    /**
     * One file for one partner.
     *
     * @param key of its entry in the log
     * @param asset what it is
     * @param version which version
     * @param partner to whom
     * @param name its file name in the network
     */
    record Parcel(String key, SourceRef asset, String version, SourceRef partner, String name) {
        private static final char BETWEEN = '\n';

        /** Names the file after what it is and for whom: plain letters, whatever the library calls it. */
        static Parcel of(String key, Offer offer, SourceRef partner) {
            String name = Objects.requireNonNullElse(offer.version().fileName(), offer.title());
            String mark = "-v" + offer.label() + "-"
                    + Fingerprint.of(key, partner.toString()).substring(0, 10);
            return new Parcel(key, offer.ref(), offer.version().id(), partner, plain(name, mark));
        }

        /** The parcel that was decided on: {@link #text()} of it. */
        static Parcel of(String key, SourceRef asset, SourceRef partner, String text) {
            int between = text.indexOf(BETWEEN);
            return new Parcel(key, asset, text.substring(0, between), partner, text.substring(between + 1));
        }

        /** Version and name in one. */
        String text() {
            return version + BETWEEN + name;
        }

        private static String plain(String name, String mark) {
            String file = name.substring(1 + Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')));
            int dot = file.lastIndexOf('.');
            String base = dot > 0 ? file.substring(0, dot) : file;
            String ending = dot > 0 ? file.substring(dot + 1).replaceAll("[^A-Za-z0-9]", "") : "";
            String letters = base.replaceAll("[^A-Za-z0-9_-]+", "-").replaceAll("^-+|-+$", "");
            String start = letters.substring(0, Math.min(80, letters.length()));
            return (start.isEmpty() ? "file" : start) + mark + (ending.isEmpty() ? "" : "." + ending);
        }
    }

    /** Notes that a file is not handed over; follows one that was, or that may have left. */
    Delivery refuse(Parcel parcel, String reason) {
        Delivery entry = stop(parcel);
        if (NOT_OUT.contains(entry.status())) {
            entry = log.advance(entry.ref(), DeliveryStatus.REJECTED, reason);
            tell(parcel, entry);
        }
        return entry;
    }

    /** Hands nothing over, and follows what was handed over or may have been; what certainly was not stays queued. */
    Delivery stop(Parcel parcel) {
        Delivery entry = entry(parcel);
        if (NOT_OUT.contains(entry.status()) && mayHaveLeft(entry)) {
            log.advance(entry.ref(), DeliveryStatus.SENT, PERHAPS + parcel.name());
        }
        return follow(parcel);
    }

    /** Whether it counts as sent, and the network knows nothing of it. */
    boolean isDoubtful(Parcel parcel, Delivery entry) {
        return entry.status().equals(DeliveryStatus.SENT)
                && String.valueOf(entry.detail()).startsWith(PERHAPS)
                && track(parcel).isEmpty();
    }

    /** A call began to hand it over, and nobody noted how that ended. */
    private boolean mayHaveLeft(Delivery entry) {
        return trail.noted(entry.ref(), HANDING).isPresent();
    }

    /**
     * Hands a file over, if the partner may have it at this moment; follows it where that was done.
     *
     * @return its entry in the log afterwards: rejected where the partner must not have it or the network refused it
     */
    Delivery sendIfAllowed(Parcel parcel, Partner partner) {
        Delivery entry = entry(parcel);
        if (!NOT_OUT.contains(entry.status())) {
            return follow(parcel);
        }
        PartnerLook look = PartnerLook.at(library, parcel.asset(), partner, trail.now());
        Offer offer = look.offer();
        if (offer == null) {
            return refuse(parcel, look.reason());
        }
        if (!offer.version().id().equals(parcel.version())) {
            return refuse(parcel, "another version of " + parcel.asset() + " came out meanwhile");
        }
        return hand(parcel, offer, look.segments(), entry);
    }

    private Delivery hand(Parcel parcel, Offer offer, List<Segment> segments, Delivery entry) {
        boolean mayHaveLeft = mayHaveLeft(entry);
        try {
            // Noted before the bytes leave: what left is never taken for refused, whatever breaks off.
            Content content = new WatchedContent(
                    library.content(offer), () -> trail.note(entry.ref(), HANDING, parcel.partner(), parcel.name()));
            files.send(parcel.name(), parcel.partner(), segments, content);
        } catch (ConnectorException e) {
            boolean refused =
                    e.kind() == ErrorKind.REJECTED || e.kind() == ErrorKind.NOT_FOUND || e.kind() == ErrorKind.CONFLICT;
            if (!mayHaveLeft && (refused || isUnsent(e, parcel))) {
                trail.forget(entry.ref(), HANDING, parcel.partner());
            }
            if (refused) {
                return refuse(parcel, String.valueOf(e.getMessage()));
            }
            throw e;
        }
        Delivery sent = log.advance(entry.ref(), DeliveryStatus.SENT, "as " + parcel.name());
        tell(parcel, sent);
        return sent;
    }

    /** Where the library fails, it had not given the whole file, and half a file does not leave. */
    private static boolean isUnsent(ConnectorException e, Parcel parcel) {
        Trace trace = e.error().trace();
        return trace.delivery() == dev.contentconnect.core.error.Delivery.NOT_SENT
                || trace.system().equals(parcel.asset().system());
    }

    /** Looks where a file is; gives the entry of the log afterwards. */
    Delivery follow(Parcel parcel) {
        Delivery entry = entry(parcel);
        if (CHANGING.contains(entry.status())) {
            Optional<Delivery> seen = track(parcel);
            if (seen.isPresent() && isNews(seen.get().status())) {
                entry = settle(parcel, entry, seen.get());
            }
        }
        tell(parcel, entry);
        return entry;
    }

    /** Where the network has a file; nothing as well where it does not know the partner any more. */
    Optional<Delivery> track(Parcel parcel) {
        try {
            return files.track(parcel.name(), parcel.partner());
        } catch (ConnectorException e) {
            boolean hasNoAddress = e.kind() == ErrorKind.REJECTED
                    && NO_ADDRESS.equals(e.error().trace().vendorCode());
            if (e.kind() == ErrorKind.NOT_FOUND || hasNoAddress) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** Rejected are those files that never left: one that the partner's system refused did not arrive. */
    private Delivery settle(Parcel parcel, Delivery entry, Delivery seen) {
        String detail = Objects.requireNonNullElse(seen.detail(), "as " + parcel.name());
        return seen.status().equals(DeliveryStatus.REJECTED)
                ? log.advance(
                        entry.ref(),
                        DeliveryStatus.FAILED,
                        "refused by " + parcel.partner().id() + ": " + detail)
                : log.advance(entry.ref(), seen.status(), detail);
    }

    private static boolean isNews(DeliveryStatus status) {
        return EVENTS.containsKey(status) && !status.equals(DeliveryStatus.SENT);
    }

    static boolean isOver(Delivery entry) {
        return !NOT_OUT.contains(entry.status()) && !entry.status().equals(DeliveryStatus.SENT);
    }

    static boolean hasFailed(Delivery entry) {
        return FAILED.contains(entry.status());
    }

    /** Whether a file was not handed over so far. */
    static boolean isWaiting(Delivery entry) {
        return NOT_OUT.contains(entry.status());
    }

    private Delivery entry(Parcel parcel) {
        return log.record(new DeliveryDraft(
                parcel.key(),
                List.of(parcel.asset()),
                parcel.version(),
                parcel.partner().id(),
                DeliveryStatus.QUEUED,
                trail.now(),
                "as " + parcel.name()));
    }

    private void tell(Parcel parcel, Delivery entry) {
        CaseEventType type = EVENTS.get(entry.status());
        if (type != null) {
            trail.append(trail.event(parcel.asset(), parcel.version(), type, parcel.key(), null)
                    .step(parcel.partner().id())
                    .outcome(entry.status().value())
                    .note(hasFailed(entry) ? entry.detail() : parcel.name())
                    .related(entry.ref())
                    .build());
        }
    }
}
