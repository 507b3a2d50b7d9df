package dev.contentconnect.examples.observability;

import dev.contentconnect.core.observe.CallInfo;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.transport.Kind;
import io.micrometer.observation.transport.SenderContext;

/** Makes a span of a request one of the kind CLIENT, and sends nothing along. */
final class RequestContext extends SenderContext<CallInfo> {

    private RequestContext(CallInfo call) {
        super((carrier, key, value) -> {}, Kind.CLIENT);
        setCarrier(call);
        setRemoteServiceName(call.system());
        setRemoteServiceAddress(call.host());
    }

    static Observation observation(ObservationRegistry registry, CallInfo call, int attempt) {
        int colon = call.host().lastIndexOf(':');
        Observation observation = Observation.createNotStarted(
                        ObservedCalls.REQUEST, () -> new RequestContext(call), registry)
                .contextualName(call.method())
                .lowCardinalityKeyValue("http.request.method", call.method())
                .lowCardinalityKeyValue("server.address", call.host().substring(0, colon))
                .lowCardinalityKeyValue("server.port", call.host().substring(colon + 1));
        return attempt == 1
                ? observation
                : observation.highCardinalityKeyValue("http.request.resend_count", String.valueOf(attempt - 1));
    }
}
