package dev.contentconnect.tradinggrid;

import static dev.contentconnect.tradinggrid.TradingGridConnector.REFUSED;
import static dev.contentconnect.tradinggrid.TradingGridConnector.SYSTEM;

import dev.contentconnect.core.error.ConnectorError;
import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.Delivery;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.state.StateException;
import dev.contentconnect.core.state.StateLink;
import dev.contentconnect.core.state.StateStore;
import dev.contentconnect.core.time.TimeSource;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Remembers which notices went out, because OpenText Messaging can be asked for a job by its id only. That one was begun is
 * noted before it is sent: when it breaks off so that nobody knows whether it went out, it is not sent again but reported.
 * Safe for several threads and, with a shared store, several processes.
 */
public final class Notices {
    private static final String OPERATION = "partners.notify";
    private static final String BEGUN = "notice.begun";
    private static final String SENT = "notice.sent";
    static final String JOB = "job:";

    private final StateStore state;
    private final TimeSource time;

    Notices(StateStore state, TimeSource time) {
        this.state = state;
        this.time = time;
    }

    /**
     * Identifies a notice to a partner in the records of OpenText Messaging, as request id and as customer reference.
     *
     * @param key the key of the notice
     * @param partner to whom
     * @return what to look for where a notice is in doubt
     */
    public static String submitId(String key, SourceRef partner) {
        return submitId(key, partner.idIn(SYSTEM));
    }

    static String submitId(String key, String partner) {
        byte[] name = (key.length() + ":" + key + partner).getBytes(StandardCharsets.UTF_8);
        return UUID.nameUUIDFromBytes(name).toString();
    }

    private static SourceRef notice(String key, String partner) {
        return SourceRef.of(SYSTEM, "notice:" + submitId(key, partner));
    }

    private static SourceRef partner(String id) {
        return SourceRef.of(SYSTEM, id);
    }

    /** The job of a notice that went out. */
    Optional<String> job(String key, String partner) {
        return state.read(view -> view.linksFrom(notice(key, partner), SENT)).stream()
                .findFirst()
                .map(link -> link.to().id());
    }

    /** The partner that a job went to. */
    Optional<String> recipient(String job) {
        return state.read(view -> view.linksTo(SourceRef.of(SYSTEM, job), SENT)).stream()
                .map(StateLink::fingerprint)
                .flatMap(Stream::ofNullable)
                .findFirst();
    }

    /** When a job went out. */
    Optional<Instant> sentAt(String job) {
        return state.read(view -> view.linksTo(SourceRef.of(SYSTEM, job), SENT)).stream()
                .map(StateLink::updatedAt)
                .findFirst();
    }

    /** Sends a notice unless it went out. */
    String once(String key, String partner, Function<String, String> send) {
        Optional<String> known = job(key, partner);
        if (known.isPresent()) {
            return known.get();
        }
        String meanwhile = begin(key, partner);
        if (meanwhile != null) {
            return meanwhile;
        }
        String job;
        try {
            job = send.apply(submitId(key, partner));
        } catch (ConnectorException e) {
            if (isRefused(e)) {
                forget(key, partner(partner));
            }
            throw e;
        }
        settle(key, partner(partner), job);
        return JOB + job;
    }

    /** Whether the service certainly has nothing of it. */
    private static boolean isRefused(ConnectorException e) {
        Delivery delivery = e.error().trace().delivery();
        boolean answered = delivery == Delivery.ANSWERED
                && e.error().trace().status() >= 400
                && e.error().trace().status() < 500;
        return delivery == Delivery.NOT_SENT || answered;
    }

    /** Gives the job of another caller who was faster; null to who may send. */
    private @Nullable String begin(String key, String partner) {
        StateLink begun = new StateLink(notice(key, partner), BEGUN, partner(partner), 0, null, time.now());
        try {
            state.transact(transaction -> {
                transaction.replaceLink(null, begun);
                return true;
            });
            return null;
        } catch (StateException e) {
            return job(key, partner)
                    .orElseThrow(() -> REFUSED.of(
                            OPERATION,
                            "notice_in_doubt",
                            "notice " + key + " to " + partner
                                    + " was begun, and whether it went out is not known; look for submit id "
                                    + submitId(key, partner)
                                    + " in OpenText Messaging, then call Notices.settle or Notices.forget",
                            ConnectorError.Conflict::new));
        }
    }

    /**
     * Notes that a notice went out.
     *
     * @param key the key of the notice
     * @param partner to whom
     * @param job the id of its job, as OpenText Messaging shows it
     */
    public void settle(String key, SourceRef partner, String job) {
        String id = partner.idIn(SYSTEM);
        StateLink sent = new StateLink(notice(key, id), SENT, SourceRef.of(SYSTEM, JOB + job), 0, id, time.now());
        // That it was begun stays: another caller may have seen that nothing is sent, and be about to begin.
        state.transact(transaction -> {
            transaction.putLink(sent);
            return true;
        });
    }

    /**
     * Notes that a notice did not go out; the next call with its key sends it.
     *
     * @param key the key of the notice
     * @param partner to whom
     */
    public void forget(String key, SourceRef partner) {
        String id = partner.idIn(SYSTEM);
        state.transact(transaction -> {
            List<StateLink> sent = transaction.linksFrom(notice(key, id), SENT);
            sent.forEach(link -> transaction.removeLink(link.from(), SENT, link.to()));
            transaction.removeLink(notice(key, id), BEGUN, partner);
            return true;
        });
    }
}
