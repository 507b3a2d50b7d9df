package dev.contentconnect.core.report;

import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.model.CaseEventType;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Deliveries between queueing and receipt, notices and use. */
final class DeliveryBook {
    private static final Set<CaseEventType> STATES = Set.of(
            CaseEventType.DELIVERY_QUEUED,
            CaseEventType.DELIVERY_SENT,
            CaseEventType.DELIVERY_DELIVERED,
            CaseEventType.DELIVERY_ACKNOWLEDGED,
            CaseEventType.DELIVERY_REJECTED,
            CaseEventType.DELIVERY_FAILED);
    private static final Set<CaseEventType> COUNTED =
            Set.of(CaseEventType.USAGE_RECORDED, CaseEventType.USAGE_LIMIT_REACHED, CaseEventType.NOTICE_SENT);

    private final ReportSettings settings;
    private final Recent<String, DeliveryTrack> tracks;
    private final Map<CaseEventType, Long> counts = new HashMap<>();
    private final Durations toArrival;
    private final Durations toReceipt;
    private long deliveries;
    private long retries;
    private long recovered;
    private long failedNow;
    private long underWay;
    private long droppedUnfinished;

    DeliveryBook(ReportSettings settings) {
        int exact = settings.limits().exactSamples();
        this.settings = settings;
        this.tracks = new Recent<>(
                settings.limits().remembered(),
                gone -> droppedUnfinished += gone.isFailed() || gone.isUnderWay() ? 1 : 0);
        this.toArrival = new Durations(exact);
        this.toReceipt = new Durations(exact);
    }

    void accept(CaseEvent event) {
        CaseEventType type = event.type();
        if (STATES.contains(type)) {
            move(event, track(event));
        } else if (COUNTED.contains(type) && settings.counts(event.occurredAt())) {
            counts.merge(type, 1L, Long::sum);
        }
    }

    private DeliveryTrack track(CaseEvent event) {
        String key = event.related() != null
                ? "r:" + event.related()
                : event.subject() + "@" + event.subjectVersion() + " " + event.step() + " "
                        + (event.actor() == null ? "" : event.actor().id());
        DeliveryTrack track = tracks.get(key);
        if (track == null) {
            track = new DeliveryTrack(
                    event.occurredAt(), event.subject(), event.step(), event.related(), event.caseKey());
            deliveries += settings.counts(event.occurredAt()) ? 1 : 0;
            tracks.put(key, track);
        }
        return track;
    }

    private void move(CaseEvent event, DeliveryTrack track) {
        CaseEventType type = event.type();
        Instant at = event.occurredAt();
        boolean counts = settings.counts(at);
        boolean confirms =
                type.equals(CaseEventType.DELIVERY_DELIVERED) || type.equals(CaseEventType.DELIVERY_ACKNOWLEDGED);
        if (type.equals(track.state) || track.acknowledged || (track.arrived && !confirms && !isFailure(type))) {
            return;
        }
        if (track.isFailed() && !isFailure(type) && counts) {
            retries++;
        }
        if (confirms && !track.arrived) {
            track.arrived = true;
            arrived(track, at, counts);
        }
        if (type.equals(CaseEventType.DELIVERY_ACKNOWLEDGED)) {
            track.acknowledged = true;
            if (counts) {
                toReceipt.add(Duration.between(track.since, at));
            }
        }
        if (counts && !type.equals(CaseEventType.DELIVERY_DELIVERED)) {
            this.counts.merge(type, 1L, Long::sum);
        }
        enter(track, type, at);
    }

    private void arrived(DeliveryTrack track, Instant at, boolean counts) {
        if (counts) {
            this.counts.merge(CaseEventType.DELIVERY_DELIVERED, 1L, Long::sum);
            recovered += track.everFailed ? 1 : 0;
            if (track.state != null) {
                toArrival.add(Duration.between(track.since, at));
            }
        }
    }

    private void enter(DeliveryTrack track, CaseEventType type, Instant at) {
        failedNow -= track.isFailed() ? 1 : 0;
        underWay -= track.isUnderWay() ? 1 : 0;
        track.state = type;
        track.stateSince = at;
        track.everFailed |= track.isFailed();
        track.arrived &= !track.isFailed();
        failedNow += track.isFailed() ? 1 : 0;
        underWay += track.isUnderWay() ? 1 : 0;
    }

    private static boolean isFailure(CaseEventType type) {
        return type.equals(CaseEventType.DELIVERY_FAILED) || type.equals(CaseEventType.DELIVERY_REJECTED);
    }

    Collection<DeliveryTrack> tracks() {
        return tracks.values();
    }

    long dropped() {
        return droppedUnfinished;
    }

    private long count(CaseEventType type) {
        return counts.getOrDefault(type, 0L);
    }

    DeliveryFigures figures() {
        return new DeliveryFigures(
                deliveries,
                count(CaseEventType.DELIVERY_DELIVERED),
                count(CaseEventType.DELIVERY_ACKNOWLEDGED),
                count(CaseEventType.DELIVERY_REJECTED),
                count(CaseEventType.DELIVERY_FAILED),
                retries,
                recovered,
                failedNow,
                underWay,
                toArrival.summary(),
                toReceipt.summary(),
                count(CaseEventType.USAGE_RECORDED),
                count(CaseEventType.USAGE_LIMIT_REACHED),
                count(CaseEventType.NOTICE_SENT));
    }
}
