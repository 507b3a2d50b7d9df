package dev.contentconnect.core.http;

import dev.contentconnect.core.error.ConnectorError;
import dev.contentconnect.core.observe.CallInfo;
import dev.contentconnect.core.observe.CallListener;
import dev.contentconnect.core.observe.CallResult;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the log and the host's listener. Neither ever sees a header, a query or a body. */
final class Observers {
    private final Logger log;
    private final CallListener listener;

    Observers(String system, CallListener listener) {
        this.log = LoggerFactory.getLogger("dev.contentconnect.calls." + system);
        this.listener = listener;
    }

    void started(CallInfo call) {
        guarded(() -> listener.started(call));
    }

    void attempting(CallInfo call, int attempt) {
        guarded(() -> listener.attempting(call, attempt));
    }

    void retrying(CallInfo call, int attempt, ConnectorError error, Duration wait) {
        log.info(
                "{} {}: attempt {} failed, next in {} ms: {}",
                call.system(),
                call.operation(),
                attempt,
                wait.toMillis(),
                error.trace());
        guarded(() -> listener.retrying(call, attempt, error, wait));
    }

    void succeeded(CallInfo call, CallResult result) {
        if (log.isDebugEnabled()) {
            log.debug(
                    "{} {} {} {}: {} in {} ms, {} bytes, {} attempt(s)",
                    call.system(),
                    call.operation(),
                    call.method(),
                    call.host(),
                    result.status(),
                    result.elapsed().toMillis(),
                    result.bytes(),
                    result.attempts());
        }
        guarded(() -> listener.succeeded(call, result));
    }

    void failed(CallInfo call, ConnectorError error, Duration elapsed) {
        log.debug("{} {} failed after {} ms: {}", call.system(), call.operation(), elapsed.toMillis(), error.trace());
        guarded(() -> listener.failed(call, error, elapsed));
    }

    void broke(CallInfo call, Throwable mistake, Duration elapsed) {
        guarded(() -> listener.broke(call, mistake, elapsed));
    }

    private void guarded(Runnable notice) {
        if (listener == CallListener.NONE) {
            return;
        }
        try {
            notice.run();
        } catch (Exception | Error e) {
            log.warn("a call listener failed", e);
        }
    }
}
