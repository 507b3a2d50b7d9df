package dev.contentconnect.examples.flows.xi;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.model.CaseEventType;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.model.Workspace;
import dev.contentconnect.examples.flows.FlowTrail;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * What a flow could not do for an asset, told once for each reason.
 *
 * @param trail where to
 */
record Refusals(FlowTrail trail) {

    /** The asset belongs into a workspace that nobody has made, or that we may not see. */
    void noWorkspace(SourceRef asset, String type, String key) {
        trail.append(trail.event(asset, null, CaseEventType.FLOW_REFUSED, key, null)
                .caseKey(key)
                .outcome("no_workspace")
                .note("there is no " + type + " workspace " + key)
                .build());
    }

    /** Does something to a workspace for an asset; that we may not is told, and stays a failure. */
    <T> T telling(SourceRef asset, Workspace workspace, Supplier<T> work) {
        try {
            return work.get();
        } catch (ConnectorException e) {
            if (e.kind() == ErrorKind.FORBIDDEN) {
                trail.append(trail.event(
                                asset,
                                null,
                                CaseEventType.FLOW_REFUSED,
                                "forbidden in " + workspace.ref().id(),
                                null)
                        .caseRef(workspace.ref())
                        .caseKey(workspace.key())
                        .outcome("forbidden")
                        .note(Objects.requireNonNullElse(e.getMessage(), ""))
                        .build());
            }
            throw e;
        }
    }
}
