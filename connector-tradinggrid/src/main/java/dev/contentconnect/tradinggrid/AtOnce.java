package dev.contentconnect.tradinggrid;

import static dev.contentconnect.tradinggrid.TradingGridConnector.REFUSED;

import dev.contentconnect.core.error.ConnectorError;
import dev.contentconnect.core.http.HttpCall;
import dev.contentconnect.core.http.HttpReply;
import dev.contentconnect.core.http.HttpStep;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Lets so many calls be under way at the same time, first come first served. */
final class AtOnce implements HttpStep {
    private final Semaphore places;
    private final Duration patience;

    AtOnce(int calls, Duration patience) {
        this.places = new Semaphore(calls, true);
        this.patience = patience;
    }

    @Override
    public HttpReply take(HttpCall call, Next next) {
        try {
            if (!places.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)) {
                throw REFUSED.of(
                        call.operation(),
                        null,
                        "no turn among the calls under way in " + patience,
                        ConnectorError.TimedOut::new);
            }
        } catch (InterruptedException e) {
            throw REFUSED.interrupted(call.operation(), e);
        }
        try {
            return next.proceed(call);
        } finally {
            places.release();
        }
    }
}
