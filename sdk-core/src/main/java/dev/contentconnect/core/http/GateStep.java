package dev.contentconnect.core.http;

import dev.contentconnect.core.error.ConnectorError;
import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.Delivery;
import dev.contentconnect.core.error.LocalErrors;

/** Waits for a turn before each request and tells the gate how long the system took. */
record GateStep(String system, RateGate gate) implements HttpStep {

    @Override
    public HttpReply take(HttpCall call, Next next) {
        try {
            if (!gate.acquire(call.deadline())) {
                throw new ConnectorException(new ConnectorError.TimedOut(
                        Traces.of(system, call, Delivery.NOT_SENT, "no turn within the rate limit in time")));
            }
        } catch (InterruptedException e) {
            throw LocalErrors.of(system).interrupted(call.operation(), e);
        }
        long sent = gate.now();
        boolean answered = false;
        try {
            HttpReply reply = next.proceed(call);
            answered = true;
            return reply;
        } finally {
            gate.took(sent, answered);
        }
    }
}
