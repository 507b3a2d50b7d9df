package dev.contentconnect.examples.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.contentconnect.core.config.Secret;
import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.model.Approval;
import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.Decision;
import dev.contentconnect.core.model.DecisionOutcome;
import dev.contentconnect.core.model.Publication;
import dev.contentconnect.core.model.RightsDimension;
import dev.contentconnect.core.model.RightsGrant;
import dev.contentconnect.core.model.RightsRecord;
import dev.contentconnect.core.model.RightsStatus;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.model.Terms;
import dev.contentconnect.core.model.Territories;
import dev.contentconnect.core.model.Territory;
import dev.contentconnect.core.model.Validity;
import dev.contentconnect.core.spi.ApprovalDesk;
import dev.contentconnect.core.spi.ApprovalRequest;
import dev.contentconnect.core.spi.AssetDraft;
import dev.contentconnect.core.spi.AssetPublisher;
import dev.contentconnect.core.spi.AssetReader;
import dev.contentconnect.core.spi.AssetWriter;
import dev.contentconnect.core.spi.Connector;
import dev.contentconnect.core.spi.Content;
import dev.contentconnect.core.spi.RightsReader;
import dev.contentconnect.core.spi.RightsWriter;
import dev.contentconnect.core.testkit.GeneratedContent;
import dev.contentconnect.core.testkit.reference.ReferenceConfig;
import dev.contentconnect.core.testkit.reference.ReferenceConnector;
import dev.contentconnect.core.testkit.reference.ReferenceSandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The first flow of the README, run: what it says it does not publish stays where it is. */
class FirstFlowTest {
    private static final SourceRef CASE = SourceRef.of("reference", "c-1");
    private static final Territory GERMANY = Territory.of("DE");
    private static final Set<String> DECIDERS = Set.of("legal", "brand");

    private final ReferenceSandbox sandbox = new ReferenceSandbox();
    private Connector system;
    private SourceRef asset;
    private String version;
    private List<Approval> asked;

    @BeforeEach
    void ask() {
        system = ReferenceConnector.create(ReferenceConfig.builder()
                .endpoint(sandbox.endpoint())
                .clientId(ReferenceSandbox.CLIENT_ID)
                .clientSecret(Secret.of(ReferenceSandbox.CLIENT_SECRET))
                .build());
        AssetWriter writer = system.require(AssetWriter.class);
        Asset draft = Asset.builder(SourceRef.of("dam", "42")).title("Poster").build();
        asset = writer.create(new AssetDraft("dam:42", draft, bytes())).ref();
        version = current();
        RightsRecord.Builder rights = RightsRecord.builder(asset, asset).status(RightsStatus.CLEARED);
        Map<RightsDimension, Terms> web = Map.of(RightsDimension.CHANNEL, Terms.of("web"));
        system.require(RightsWriter.class)
                .apply(rights.grants(List.of(RightsGrant.of(Territories.of("DE"), web, Validity.ALWAYS)))
                        .build());
        asked = system.require(ApprovalDesk.class)
                .request(new ApprovalRequest(
                        "approve",
                        "Poster",
                        asset,
                        version,
                        List.of("legal", "brand"),
                        null,
                        null,
                        Map.of("caseRef", CASE.toString())));
    }

    @AfterEach
    void close() {
        system.close();
        sandbox.close();
    }

    private static Content bytes() {
        return new GeneratedContent("poster.jpg", "image/jpeg", 3, true);
    }

    private String current() {
        return system.require(AssetReader.class).versions(asset).get(0).id();
    }

    private void answer(int which, DecisionOutcome outcome) {
        system.require(ApprovalDesk.class).decide(asked.get(which).ref(), Decision.of(outcome, null));
    }

    private String run(Territory where) {
        PublishApproved flow =
                new PublishApproved(system.require(ApprovalDesk.class), system.require(RightsReader.class), system);
        return flow.run(CASE, asset, version, DECIDERS, where);
    }

    private List<Publication> published() {
        return system.require(AssetPublisher.class).publications(asset).stream().toList();
    }

    @Test
    void thePageShowsTheFlowThatRunsHere() throws IOException {
        String source = Files.readString(
                Project.ROOT.resolve("examples/src/test/java/dev/contentconnect/examples/docs/PublishApproved.java"));
        assertThat(Files.readString(Project.ROOT.resolve("README.md")))
                .contains(source.substring(source.indexOf("/**")));
    }

    @Test
    void publishesOnceWhatAllApproved() {
        answer(0, DecisionOutcome.APPROVED);
        assertThat(run(GERMANY)).startsWith("not published: asked");
        answer(1, DecisionOutcome.APPROVED);
        String first = run(GERMANY);
        assertThat(run(GERMANY)).isEqualTo(first);
        assertThat(published()).extracting(one -> one.ref().toString()).containsExactly(first);
    }

    @Test
    void publishesNothingThatOneRejectedOrThatTheRightsDoNotAllow() {
        answer(0, DecisionOutcome.APPROVED);
        answer(1, DecisionOutcome.REJECTED);
        assertThat(run(GERMANY)).startsWith("not published: asked");
        assertThat(run(Territory.of("FR"))).startsWith("not published");
        assertThat(published()).isEmpty();
    }

    @Test
    void publishesNoVersionThatNobodyApproved() {
        answer(0, DecisionOutcome.APPROVED);
        answer(1, DecisionOutcome.APPROVED);
        system.require(AssetWriter.class).addVersion(asset, "v2", bytes());
        String approved = version;
        version = current();
        assertThat(run(GERMANY)).startsWith("not published: asked");
        version = approved;
        assertThat(catchThrowableOfType(ConnectorException.class, () -> run(GERMANY))
                        .kind())
                .isEqualTo(ErrorKind.CONFLICT);
        assertThat(published()).isEmpty();
    }
}
