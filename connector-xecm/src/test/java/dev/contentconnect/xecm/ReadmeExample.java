package dev.contentconnect.xecm;

import dev.contentconnect.core.config.Secret;
import dev.contentconnect.core.model.Approval;
import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.Link;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.model.Workspace;
import dev.contentconnect.core.spi.ApprovalDesk;
import dev.contentconnect.core.spi.ApprovalRequest;
import dev.contentconnect.core.spi.AssetDraft;
import dev.contentconnect.core.spi.AssetWriter;
import dev.contentconnect.core.spi.Content;
import dev.contentconnect.core.spi.WorkspaceDesk;
import dev.contentconnect.core.spi.WorkspaceRequest;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** The example of the README, word for word. */
final class ReadmeExample {
    private ReadmeExample() {}

    static List<Approval> run(URI endpoint, Secret secret, Content picture) {
        // example
        XecmConfig config = XecmConfig.builder()
                .endpoint(endpoint)
                .username("svc.connect")
                .password(secret)
                .assetFolder(4711L)
                .externalSystem("CC")
                .businessObjects(Map.of("campaign", "cc_campaign"))
                .workflowMaps(Map.of("approval", 8001L))
                .build();
        try (XecmConnector xecm = XecmConnector.create(config)) {
            WorkspaceDesk desk = xecm.require(WorkspaceDesk.class);
            Workspace summer = desk.findOrCreate(new WorkspaceRequest("C-0815", "campaign", "Summer", Map.of()));
            Asset poster =
                    Asset.builder(SourceRef.of("dam", "42")).title("Poster").build();
            Asset kept = xecm.require(AssetWriter.class).create(new AssetDraft("dam:42", poster, picture));
            desk.link(summer.ref(), new Link("Poster", URI.create("https://dam.example/42"), kept.ref()));
            return xecm.require(ApprovalDesk.class)
                    .request(new ApprovalRequest(
                            "dam:42:1", "Poster", kept.ref(), "1", List.of("legal"), null, null, Map.of()));
        }
        // end
    }
}
