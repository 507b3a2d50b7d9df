package dev.contentconnect.workflow;

import dev.contentconnect.core.config.Secret;
import dev.contentconnect.core.model.Approval;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.ApprovalDesk;
import dev.contentconnect.core.spi.ApprovalRequest;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** The example of the README, word for word. */
final class ReadmeExample {
    private ReadmeExample() {}

    static List<Approval> run(URI endpoint, String tenant, String id, Secret secret) {
        // example
        WorkflowConfig config = WorkflowConfig.builder()
                .endpoint(endpoint)
                .tenant(tenant)
                .clientId(id)
                .clientSecret(secret)
                .build();
        try (WorkflowConnector workflow = WorkflowConnector.create(config)) {
            ModelLibrary.deployAll(workflow.client());
            SourceRef poster = SourceRef.of("dam", "42");
            ApprovalRequest request = new ApprovalRequest(
                    "dam:42:1", "Poster", poster, "1", List.of("brand", "legal"), null, "by Friday", Map.of());
            return workflow.require(ApprovalDesk.class).request(request);
        }
        // end
    }
}
