package dev.contentconnect.workflow;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.time.Timestamps;
import dev.contentconnect.workflow.map.Variables;
import dev.contentconnect.workflow.wire.WireInstance;
import dev.contentconnect.workflow.wire.WireVariable;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * Cases that two callers opened under one key in the same moment. The service has no unique keys, so whoever opened one
 * looks once more: the oldest stays, the others are marked and cancelled, whoever opened them. The last one to look sees
 * them all, so one is left.
 */
final class CaseTwins {
    /** Oldest first, the same way for everybody. */
    static final Comparator<WireInstance> BY_AGE =
            Comparator.comparing(CaseTwins::started).thenComparing(one -> String.valueOf(one.id()));

    /** The variable by which a cancelled twin names the case that stayed: its key must not find it again. */
    private static final String TWIN_OF = "twinOf";

    private CaseTwins() {}

    static boolean isTwin(WireInstance instance) {
        return Variables.text(instance.variables(), TWIN_OF) != null;
    }

    /** Cancels all but the oldest. */
    static WireInstance settle(WorkflowClient client, List<WireInstance> running) {
        List<WireInstance> byAge = running.stream().sorted(BY_AGE).toList();
        WireInstance oldest = byAge.get(0);
        byAge.stream().skip(1).forEach(twin -> cancel(client, String.valueOf(twin.id()), String.valueOf(oldest.id())));
        return oldest;
    }

    private static void cancel(WorkflowClient client, String twin, String oldest) {
        try {
            client.variables().create(twin, List.of(WireVariable.of(TWIN_OF, "string", oldest)));
            client.processInstances().delete(twin, "opened twice under one key; " + oldest + " stays");
        } catch (ConnectorException e) {
            // The other caller sees the same twin and is at it, or done with it.
            if (e.kind() != ErrorKind.NOT_FOUND && e.kind() != ErrorKind.CONFLICT) {
                throw e;
            }
        }
    }

    private static Instant started(WireInstance instance) {
        return Objects.requireNonNullElse(Timestamps.read(instance.startTime()), Instant.MIN);
    }
}
