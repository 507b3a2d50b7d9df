package dev.contentconnect.workflow;

import static dev.contentconnect.workflow.WorkflowConnector.REFUSED;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.model.CaseRecord;
import dev.contentconnect.core.spi.CaseRequest;
import dev.contentconnect.workflow.map.Variables;
import dev.contentconnect.workflow.wire.WireComment;
import dev.contentconnect.workflow.wire.WireInstance;
import dev.contentconnect.workflow.wire.WireStart;
import dev.contentconnect.workflow.wire.WireVariable;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Opens cases. The service knows no idempotency, so the key is looked for before a start and after it. */
final class CaseOpening {
    private static final int STRIPES = 64;
    private static final Duration SECOND_LOOK = Duration.ofMillis(500);

    private final CaseFile cases;
    private final Object[] stripes = new Object[STRIPES];

    CaseOpening(CaseFile cases) {
        this.cases = cases;
        for (int i = 0; i < STRIPES; i++) {
            stripes[i] = new Object();
        }
    }

    CaseRecord open(String operation, CaseRequest request) {
        WireStart start = start(request);
        // Callers of this process with the same key queue here; for others there is settled().
        synchronized (stripes[Math.floorMod(request.key().hashCode(), STRIPES)]) {
            return cases.running(request.key()).stream()
                    .min(CaseTwins.BY_AGE)
                    .map(one -> cases.record(operation, one))
                    .or(() -> cases.findByKey(operation, request.key()))
                    .orElseGet(() -> begin(operation, request, start));
        }
    }

    private CaseRecord begin(String operation, CaseRequest request, WireStart start) {
        WireInstance started;
        try {
            started = cases.client.processInstances().start(start);
        } catch (ConnectorException e) {
            if (!Patience.isAmbiguous(e)) {
                throw e;
            }
            return afterAll(operation, request, e).orElseThrow(() -> e);
        }
        String id = started.id();
        if (id == null) {
            throw REFUSED.undecodable(
                    operation, "the service started an instance for key " + request.key() + " without an id");
        }
        cases.touch(id);
        return settled(operation, request.key()).orElseGet(() -> cases.get(operation, id));
    }

    /** The case under a key once there is one only; nothing when none is running. */
    private Optional<CaseRecord> settled(String operation, String key) {
        List<WireInstance> running = cases.running(key);
        return running.isEmpty()
                ? Optional.empty()
                : Optional.of(cases.record(operation, CaseTwins.settle(cases.client, running)));
    }

    /** Looks twice: a start that timed out may still be on its way. */
    private Optional<CaseRecord> afterAll(String operation, CaseRequest request, ConnectorException failure) {
        try {
            Optional<CaseRecord> found =
                    settled(operation, request.key()).or(() -> cases.findByKey(operation, request.key()));
            if (found.isEmpty()) {
                cases.patience.pause(operation, SECOND_LOOK);
                found = settled(operation, request.key()).or(() -> cases.findByKey(operation, request.key()));
            }
            return found;
        } catch (ConnectorException unknown) {
            failure.addSuppressed(unknown);
            throw failure;
        }
    }

    private WireStart start(CaseRequest request) {
        Map<String, Object> values = new LinkedHashMap<>(request.attributes());
        if (request.subject() != null) {
            values.putIfAbsent(Variables.ASSET_ID, request.subject().id());
            values.putIfAbsent(Variables.SOURCE_SYSTEM, request.subject().system());
        }
        if (request.subjectVersion() != null) {
            values.putIfAbsent(Variables.ASSET_VERSION, request.subjectVersion());
        }
        if (request.dueAt() != null) {
            values.putIfAbsent("dueDate", request.dueAt());
        }
        Secrets.refuse(cases.config, values);
        List<WireVariable> variables = new ArrayList<>(Variables.of(values));
        URI callback = cases.config.callbackUrl();
        if (callback != null && !values.containsKey("callbackUrl")) {
            variables.add(WireVariable.of("callbackUrl", "string", callback.toString()));
            variables.add(WireVariable.secret(
                    Variables.CALLBACK_SECRET,
                    cases.config.webhookSecrets().get(0).reveal()));
        }
        return WireStart.of(
                request.type(),
                request.key(),
                request.title(),
                variables,
                request.note() == null || request.note().isBlank() ? null : WireComment.of(request.note()));
    }
}
