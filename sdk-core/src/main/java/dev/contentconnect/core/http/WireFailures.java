package dev.contentconnect.core.http;

import dev.contentconnect.core.error.ConnectorError;
import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.Delivery;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.error.LocalErrors;
import dev.contentconnect.core.error.Trace;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;

/** What went wrong between us and the host, and whether the request can have arrived. */
final class WireFailures {
    private WireFailures() {}

    static ConnectorException of(String system, HttpCall call, int status, IOException e) {
        BodyUnreadable unreadable = find(e, BodyUnreadable.class);
        if (unreadable != null && status == 0) {
            return unreadable(system, call, unreadable);
        }
        ConnectorError error = error(system, call, status, e);
        IOException cutOff = find(e, BodyCutOff.class);
        if (cutOff == null
                && status > 0
                && error.kind() == ErrorKind.UNDECODABLE
                && find(e, BodyTooLarge.class) == null) {
            // The JDK sees a broken chunk now and then before the body has a subscriber that could say so.
            cutOff = new BodyCutOff(e);
        }
        if (cutOff != null && error instanceof ConnectorError.Undecodable undecodable) {
            error = new ConnectorError.Undecodable(undecodable.trace(), true);
        }
        return new ConnectorException(error, cutOff != null ? cutOff : e);
    }

    /** Whoever the content comes from is to blame: another system in its own words, or this machine. */
    private static ConnectorException unreadable(String system, HttpCall call, BodyUnreadable e) {
        ConnectorException theirs = find(e, ConnectorException.class);
        if (theirs != null) {
            return theirs;
        }
        String why = String.valueOf(e.getMessage());
        Trace trace = trace(system, call, e.isBegun() ? Delivery.UNKNOWN : Delivery.NOT_SENT, why);
        boolean passing = find(e, BodyCutOff.class) != null
                || find(e, BodyTooSlow.class) != null
                || find(e, SocketException.class) != null
                || find(e, HttpTimeoutException.class) != null;
        return new ConnectorException(
                passing
                        ? new ConnectorError.Unavailable(trace, null)
                        : new ConnectorError.Rejected(trace.withVendor(LocalErrors.CONTENT_UNREADABLE, why)),
                e);
    }

    private static ConnectorError error(String system, HttpCall call, int status, IOException e) {
        BodyTooLarge tooLarge = find(e, BodyTooLarge.class);
        if (tooLarge != null) {
            return new ConnectorError.Undecodable(
                    answered(system, call, status, String.valueOf(tooLarge.getMessage())));
        }
        if (find(e, BodyTooSlow.class) != null) {
            return new ConnectorError.TimedOut(answered(system, call, status, "the answer did not end in time"));
        }
        if (find(e, ProtocolException.class) != null) {
            return new ConnectorError.Undecodable(
                    answered(system, call, status, "the answer is not HTTP: " + e.getMessage()));
        }
        if (status > 0) {
            return new ConnectorError.Undecodable(answered(system, call, status, "the answer broke off"));
        }
        if (e instanceof HttpConnectTimeoutException) {
            return new ConnectorError.TimedOut(trace(system, call, Delivery.NOT_SENT, "no connection in time"));
        }
        if (e instanceof HttpTimeoutException) {
            return new ConnectorError.TimedOut(trace(system, call, Delivery.UNKNOWN, "no answer in time"));
        }
        String why = neverSent(e);
        if (why != null) {
            return new ConnectorError.Unavailable(trace(system, call, Delivery.NOT_SENT, why), null);
        }
        String broken = "the connection broke before an answer (" + e.getClass().getSimpleName() + ")";
        return new ConnectorError.Unavailable(trace(system, call, Delivery.UNKNOWN, broken), null);
    }

    /** Why nothing of the request can have been acted on; null when it may have been. */
    private static @Nullable String neverSent(IOException e) {
        if (find(e, UnknownHostException.class) != null || find(e, UnresolvedAddressException.class) != null) {
            return "unknown host";
        }
        if (find(e, ConnectException.class) != null || find(e, NoRouteToHostException.class) != null) {
            return "connection refused";
        }
        if (find(e, SSLHandshakeException.class) != null || find(e, SSLPeerUnverifiedException.class) != null) {
            return "no TLS connection: the certificate or protocol was not accepted";
        }
        String message = String.valueOf(e.getMessage());
        if (message.startsWith("Tunnel failed")) {
            return "the proxy lets nobody through to this host: " + message;
        }
        if (find(e, SSLException.class) != null && message.contains("plaintext connection")) {
            return "no TLS connection: the host does not speak TLS on this port";
        }
        // HTTP/2: a stream the server refused, or above the last one it named when it went away, was not processed.
        boolean refusedStream = message.contains("REFUSED_STREAM") || message.contains("request not processed by peer");
        return refusedStream ? "the host is going away and did not process the request" : null;
    }

    private static Trace trace(String system, HttpCall call, Delivery delivery, String message) {
        return Traces.of(system, call, delivery, message);
    }

    private static Trace answered(String system, HttpCall call, int status, String message) {
        Trace plain = Traces.of(system, call, Delivery.ANSWERED, message);
        return new Trace(
                plain.system(), plain.operation(), plain.host(), status, null, message, null, 1, Delivery.ANSWERED);
    }

    private static <T extends Throwable> @Nullable T find(Throwable e, Class<T> type) {
        int depth = 0;
        for (Throwable t = e; t != null && depth < 10; t = t.getCause(), depth++) {
            if (type.isInstance(t)) {
                return type.cast(t);
            }
        }
        return null;
    }
}
