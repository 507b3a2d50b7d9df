package dev.contentconnect.xecm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.error.LocalErrors;
import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.AssetStatus;
import dev.contentconnect.core.model.Extensions;
import dev.contentconnect.core.model.RightsRecord;
import dev.contentconnect.core.model.RightsStatus;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.model.Workspace;
import dev.contentconnect.core.spi.AssetDraft;
import dev.contentconnect.core.spi.AssetReader;
import dev.contentconnect.core.spi.AssetWriter;
import dev.contentconnect.core.spi.RightsReader;
import dev.contentconnect.core.spi.RightsWriter;
import dev.contentconnect.core.spi.WorkspaceDesk;
import dev.contentconnect.core.spi.WorkspaceRequest;
import dev.contentconnect.xecm.sandbox.Attr;
import dev.contentconnect.xecm.sandbox.XecmSandbox;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Categories: whether they are there, the shapes they come in, and who writes them at the same time. */
class CategoryTest extends Scenes {
    private static final long RIGHTS = XecmSandbox.RIGHTS_CATEGORY;
    private static final String STATUS = RIGHTS + "_2";

    private RightsWriter writer() {
        return connector.require(RightsWriter.class);
    }

    private RightsRecord read(SourceRef asset) {
        return connector.require(RightsReader.class).rights(asset);
    }

    private WorkspaceDesk desk() {
        return connector.require(WorkspaceDesk.class);
    }

    private Workspace campaign(Map<String, Object> attributes) {
        return desk().findOrCreate(new WorkspaceRequest("k", "campaign", "Summer", attributes));
    }

    private static String categories(SourceRef node) {
        return "/cs/cs/api/v2/nodes/" + node.id() + "/categories";
    }

    private void assertSent(SourceRef node, int added, int changed) {
        assertThat(sandbox.requests("POST", categories(node))).hasSize(added);
        assertThat(sandbox.requests("PUT", categories(node))).hasSize(changed);
    }

    @Nested
    class OneThatMayBeThereOrNot {
        @Test
        void isChangedWhereItIsThereWithoutShowing() {
            SourceRef asset = create("k", "Poster").ref();
            sandbox.categories().personAdds(id(asset), RIGHTS);
            sandbox.categories().hideEmptyOnes();
            assertThat(writer().block(asset, "complaint").status()).isEqualTo(RightsStatus.BLOCKED);
            assertSent(asset, 1, 1);
            assertThat(sandbox.value(id(asset), STATUS)).isEqualTo("Blocked");
        }

        @Test
        void isAddedWhereSomebodyTookItAwayInTheMeantime() {
            SourceRef asset = create("k", "Poster").ref();
            writer().block(asset, "complaint");
            sandbox.clearRequests();
            sandbox.beforeNext(
                    "PUT", categories(asset), () -> sandbox.categories().personRemoves(id(asset), RIGHTS));
            RightsRecord restricted =
                    read(asset).toBuilder().status(RightsStatus.RESTRICTED).build();
            assertThat(writer().apply(restricted).status()).isEqualTo(RightsStatus.RESTRICTED);
            assertSent(asset, 1, 1);
            assertThat(sandbox.value(id(asset), STATUS)).isEqualTo("Restricted");
        }

        @Test
        void isNotWhatWasWrongWhereTheServerRefusesAValue() {
            SourceRef asset = create("k", "Poster").ref();
            writer().block(asset, "complaint");
            sandbox.clearRequests();
            RightsRecord odd =
                    read(asset).toBuilder().status(RightsStatus.of("sleeping")).build();
            ConnectorException failure = failure(() -> writer().apply(odd));
            assertThat(failure.kind()).isEqualTo(ErrorKind.REJECTED);
            assertThat(failure).hasMessageContaining("is not valid for attribute 'Status'");
            assertSent(asset, 1, 1);
            assertThat(sandbox.value(id(asset), STATUS)).isEqualTo("Blocked");
        }
    }

    @Nested
    class OneThatSomebodyElseWritesAtTheSameTime {
        @Test
        void isAConflictForRights() {
            SourceRef asset = create("k", "Poster").ref();
            writer().block(asset, "complaint");
            RightsRecord restricted =
                    read(asset).toBuilder().status(RightsStatus.RESTRICTED).build();
            sandbox.clearRequests();
            sandbox.beforeNext("PUT", categories(asset), () -> sandbox.edit(id(asset), RIGHTS + "_3", "Blau KG"));
            ConnectorException lost = failure(() -> writer().apply(restricted));
            assertThat(lost.kind()).isEqualTo(ErrorKind.CONFLICT);
            assertThat(lost.error().trace().status()).isEqualTo(409);
            assertSent(asset, 0, 1);
            assertThat(sandbox.value(id(asset), STATUS)).isEqualTo("Blocked");
            assertThat(read(asset).holder()).isEqualTo("Blau KG");

            RightsRecord again =
                    read(asset).toBuilder().status(RightsStatus.RESTRICTED).build();
            assertThat(writer().apply(again).holder()).as("read anew").isEqualTo("Blau KG");
        }

        @Test
        void isAConflictWhereBothWriteTheFirstValues() {
            SourceRef asset = create("k", "Poster").ref();
            RightsRecord cleared =
                    read(asset).toBuilder().status(RightsStatus.CLEARED).build();
            sandbox.beforeNext("POST", categories(asset), () -> {
                sandbox.categories().personAdds(id(asset), RIGHTS);
                sandbox.edit(id(asset), STATUS, "Blocked");
            });
            assertThat(failure(() -> writer().apply(cleared)).kind()).isEqualTo(ErrorKind.CONFLICT);
            assertSent(asset, 1, 0);
            assertThat(sandbox.value(id(asset), STATUS)).isEqualTo("Blocked");
            assertThat(read(asset).status()).isEqualTo(RightsStatus.BLOCKED);
        }

        @Test
        void isAConflictForAttributesOfWorkspaces() {
            SourceRef workspace = campaign(Map.of("Status", "planned")).ref();
            String key = XecmSandbox.CAMPAIGN_CATEGORY + "_2";
            sandbox.beforeNext("PUT", categories(workspace), () -> sandbox.edit(id(workspace), key, "theirs"));
            ConnectorException lost = failure(() -> desk().setAttributes(workspace, Map.of("Status", "ours")));
            assertThat(lost.kind()).isEqualTo(ErrorKind.CONFLICT);
            assertSent(workspace, 0, 1);
            assertThat(sandbox.value(id(workspace), key)).isEqualTo("theirs");
        }
    }

    @Nested
    class OneOfAnAsset {
        private static final String MARKET = XecmSandbox.ASSET_CATEGORY + "_6";
        private static final String NOWHERE = XecmSandbox.ASSET_CATEGORY + "_99";

        private AssetWriter assets() {
            return connector.require(AssetWriter.class);
        }

        private AssetDraft draft(Asset.Builder metadata) {
            return new AssetDraft("k", metadata.title("Poster").build(), content("bytes"));
        }

        private Asset.Builder from() {
            return Asset.builder(SourceRef.of("dam", "42"));
        }

        private Extensions own(String key, String value) {
            return Extensions.of("xecm", Map.of("categories", Map.of(key, value)));
        }

        private void assertDropped(String key, ThrowingCallable call) {
            ConnectorException failure = failure(call);
            assertThat(failure.kind()).isEqualTo(ErrorKind.REJECTED);
            assertThat(failure.error().trace().vendorCode()).isEqualTo(LocalErrors.DROPPED);
            assertThat(failure).hasMessageContaining(key);
        }

        @Test
        void isAConflictWhereSomebodyElseWritesItAtTheSameTime() {
            SourceRef asset = create("k", "Poster").ref();
            String key = XecmSandbox.ASSET_CATEGORY + "_5";
            sandbox.edit(id(asset), key, "Draft");
            sandbox.clearRequests();
            sandbox.beforeNext("PUT", categories(asset), () -> sandbox.edit(id(asset), key, "Blocked"));
            Asset approved = Asset.builder(asset)
                    .status(AssetStatus.APPROVED)
                    .title("New")
                    .build();
            ConnectorException lost = failure(() -> assets().update(approved));
            assertThat(lost.kind()).isEqualTo(ErrorKind.CONFLICT);
            assertThat(lost.error().trace().status()).isEqualTo(409);
            assertSent(asset, 0, 1);
            assertThat(sandbox.value(id(asset), key)).isEqualTo("Blocked");
            assertThat(connector.require(AssetReader.class).get(asset).title()).isEqualTo("Poster");
            assertThat(assets().update(approved).status()).as("read anew").isEqualTo(AssetStatus.APPROVED);
        }

        @Test
        void isWrittenOnceWhateverItsValuesComeFrom() {
            SourceRef asset = create("k", "Poster").ref();
            Asset now = assets().update(Asset.builder(asset)
                    .status(AssetStatus.APPROVED)
                    .extensions(own(MARKET, "AT"))
                    .build());
            assertSent(asset, 0, 1);
            assertThat(now.status()).isEqualTo(AssetStatus.APPROVED);
            assertThat(now.market()).isEqualTo("AT");
        }

        @Test
        void doesNotLoseWithoutAWordWhatItHasNoAttributeFor() {
            assertDropped(NOWHERE, () -> assets().create(draft(from().extensions(own(NOWHERE, "lost")))));
            assertThat(sandbox.names(XecmSandbox.FOLDER)).as("its key is free").isEmpty();
            SourceRef asset = create("k2", "Poster").ref();
            assertDropped(
                    NOWHERE,
                    () -> assets().update(Asset.builder(asset)
                            .extensions(own(NOWHERE, "lost"))
                            .build()));
        }

        @Test
        void doesNotLoseWithoutAWordAnAttributeThatSomebodyTookAwayAMomentAgo() {
            SourceRef asset = create("k1", "Poster").ref();
            Attr[] left = {Attr.text(2, "Key"), Attr.text(3, "Source"), Attr.text(4, "Title")};
            sandbox.define(XecmSandbox.ASSET_CATEGORY, "Asset", left);
            assertDropped(MARKET, () -> assets().create(draft(from().market("AT"))));
            assertDropped(
                    MARKET,
                    () -> assets().update(Asset.builder(asset).market("AT").build()));
        }

        @Test
        void keepsAnAssetThatWasReadAsItIs() {
            Asset asset = assets().create(draft(from().market("AT").status(AssetStatus.APPROVED)));
            sandbox.clearRequests();
            assertThat(assets().update(asset).extensions().get("xecm").get("categories"))
                    .isEqualTo(asset.extensions().get("xecm").get("categories"));
        }
    }

    @Nested
    class SeveralInAnotherShape {
        @Test
        void areTheSameAsOneMapByTheirIds() {
            Asset asset = create("k", "Poster");
            RightsRecord blocked = writer().block(asset.ref(), "complaint");
            Workspace workspace = campaign(Map.of("Status", "planned", "Markets", List.of("AT", "DE")));
            sandbox.categories().answerById();

            assertThat(connector.require(AssetReader.class).get(asset.ref()).key())
                    .isEqualTo("k");
            assertThat(read(asset.ref())).isEqualTo(blocked);
            assertThat(desk().get(workspace.ref())).isEqualTo(workspace);
            sandbox.clearRequests();
            assertThat(writer().unblock(asset.ref(), "settled").status()).isEqualTo(RightsStatus.UNKNOWN);
            assertSent(asset.ref(), 0, 1);
        }
    }

    @Nested
    class ASetOfOneRow {
        private static final String CONTRACT = "7031_";

        private SourceRef project() {
            Attr row = Attr.row(5, "Party", Attr.text(6, "Name"), Attr.date(7, "Signed"));
            sandbox.define(7031, "Contract", Attr.text(2, "Number"), row);
            sandbox.workspaces().define(33, "project", 7031);
            reopen(options().businessObjects(Map.of("project", "cc_project")));
            return desk().findOrCreate(new WorkspaceRequest("k", "project", "Film", Map.of()))
                    .ref();
        }

        private Object attributes(Workspace workspace) {
            return workspace.extensions().get("xecm").get("attributes");
        }

        @Test
        void isWrittenAndReadAsAListOfOne() {
            SourceRef workspace = project();
            Map<String, Object> party = Map.of("Name", "Grün KG", "Signed", LocalDate.of(2031, 6, 1));
            Workspace now = desk().setAttributes(workspace, Map.of("Party", party, "Number", "7"));
            assertThat(sandbox.value(id(workspace), CONTRACT + "5_1_6")).isEqualTo("Grün KG");
            assertThat(attributes(now))
                    .isEqualTo(Map.of(
                            "Number",
                            "7",
                            "Party",
                            List.of(Map.of("Name", "Grün KG", "Signed", "2031-06-01T00:00:00"))));
            assertThat(connector
                            .client()
                            .categories()
                            .definition(id(workspace), 7031)
                            .attributes())
                    .filteredOn(one -> one.name().equals("Party"))
                    .singleElement()
                    .satisfies(one -> {
                        assertThat(one.multi()).isFalse();
                        assertThat(one.members())
                                .extracting(member -> member.key() + " " + member.name())
                                .containsExactly("7031_5_1_6 Name", "7031_5_1_7 Signed");
                    });

            assertThat(attributes(desk().setAttributes(workspace, Map.of("Party", List.of()))))
                    .isEqualTo(Map.of("Number", "7", "Party", List.of()));
        }

        @Test
        void doesNotLoseASecondRowWithoutAWord() {
            SourceRef workspace = project();
            List<Map<String, Object>> two = List.of(Map.of("Name", "Grün KG"), Map.of("Name", "Blau KG"));
            ConnectorException failure = failure(() -> desk().setAttributes(workspace, Map.of("Party", two)));
            assertThat(failure.kind()).isEqualTo(ErrorKind.REJECTED);
            assertThat(failure.error().trace().vendorCode()).isEqualTo(LocalErrors.DROPPED);
            ConnectorException made = failure(
                    () -> desk().findOrCreate(new WorkspaceRequest("k2", "project", "Film", Map.of("Party", two))));
            assertThat(made.error().trace().vendorCode()).isEqualTo(LocalErrors.DROPPED);
        }
    }
}
