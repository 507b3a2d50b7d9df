package dev.contentconnect.examples.flows.xi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.contentconnect.core.config.ConfigException;
import dev.contentconnect.core.config.ConfigProblem;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.WorkspaceDesk;
import dev.contentconnect.core.state.StateStore;
import dev.contentconnect.core.testkit.PowerCut;
import dev.contentconnect.examples.host.IconikFields;
import dev.contentconnect.examples.host.MappedRights;
import dev.contentconnect.examples.host.XecmFields;
import dev.contentconnect.iconik.sandbox.IconikSandbox;
import dev.contentconnect.xecm.sandbox.Attr;
import dev.contentconnect.xecm.sandbox.XecmSandbox;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The mapping of rights is held against both systems before anything is written. */
class RightsMappingTest {
    private XiStage stage = new XiStage();

    @AfterEach
    void close() {
        stage.close();
    }

    private List<String> mistakes(RightsMapping mapping, RightsSync.Fields fields) {
        long before = stage.media.exchanges().stream()
                .filter(one -> !one.request().method().equals("GET"))
                .count();
        ConfigException wrong = catchThrowableOfType(
                ConfigException.class,
                () -> RightsSync.open(
                        stage.library,
                        stage.archive,
                        mapping,
                        fields,
                        stage::page,
                        any -> true,
                        StateStore.inMemory(),
                        stage.clock));
        assertThat(stage.media.exchanges().stream()
                        .filter(one -> !one.request().method().equals("GET"))
                        .count())
                .isEqualTo(before);
        assertThat(new Cabinet(stage).writes()).isZero();
        return wrong == null
                ? List.of()
                : wrong.problems().stream().map(ConfigProblem::toString).toList();
    }

    @Test
    void fitsWhatBothSystemsHaveByDefault() {
        assertThat(mistakes(RightsMapping.DEFAULT, stage.fields())).isEmpty();
    }

    @Test
    void namesEveryMistakeInBothSystemsAtOnce() {
        stage.media.define(
                IconikSandbox.RIGHTS_VIEW,
                List.of(
                        Map.of(
                                "name",
                                "RightsStatus",
                                "field_type",
                                "drop_down",
                                "options",
                                List.of(Map.of("label", "Cleared", "value", "cleared"))),
                        Map.of("name", "RightsValidUntil", "field_type", "date"),
                        Map.of("name", "RightsValidFrom", "field_type", "datetime", "read_only", true),
                        Map.of("name", "RightsTerritories", "field_type", "string"),
                        Map.of("name", "Blocked", "field_type", "string")));
        stage.records.define(
                7099,
                "Media Rights",
                Attr.popup(2, "Status", "Cleared", "Blocked"),
                Attr.integer(3, "Rights Holder"),
                Attr.text(7, "Territory"),
                Attr.text(11, "Agreements"),
                Attr.text(20, "Owner").needed());
        stage.records.workspaces().define(34, "media", 7099);
        List<String> mistakes = mistakes(RightsMapping.DEFAULT.library(Map.of("holder", "Owner")), stage.fields());

        assertThat(mistakes)
                .contains(
                        "iconik.holder is mapped to Owner, which is not there",
                        "iconik.status is mapped to RightsStatus, which does not take restricted but [cleared]",
                        "iconik.status is mapped to RightsStatus, which does not take blocked but [cleared]",
                        "iconik.validUntil is mapped to RightsValidUntil, which holds a day and not a moment",
                        "iconik.validFrom is mapped to RightsValidFrom, which cannot be written",
                        "iconik.territories is mapped to RightsTerritories, which holds one value only",
                        "iconik.block is mapped to Blocked, which holds a text and not yes or no",
                        "xecm.status is mapped to Status, which does not take expired but [Cleared, Blocked]",
                        "xecm.holder is mapped to Rights Holder, which holds a number and not a text",
                        "xecm.territories is mapped to Territory, which holds one value only",
                        "xecm.agreements is mapped to Agreements, which holds a text and not rows",
                        "xecm.validUntil is mapped to Valid Until, which is not there",
                        "xecm.approval is mapped to Approval, which is not there",
                        "xecm wants Owner, which nothing is mapped to")
                .doesNotHaveDuplicates();
    }

    @Test
    void namesAViewAndATypeThatAreNotThere() {
        RightsSync.Fields fields = new RightsSync.Fields(
                IconikFields.of(stage.library, List.of("00000000-a1b2-11f0-8c3d-0242ac120002")),
                XecmFields.of(stage.archive, "film"));
        assertThat(mistakes(RightsMapping.DEFAULT, fields))
                .contains("iconik has no view 00000000-a1b2-11f0-8c3d-0242ac120002", "xecm has no workspace type film");
        assertThat(XecmFields.of(stage.archive, "bare").problems())
                .containsExactly("has no template for workspaces of type bare");
    }

    @Test
    void refusesPartsThatThereAreNot() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RightsMapping.DEFAULT.library(Map.of("licence", "A", "price", "B")))
                .withMessageContaining("licence")
                .withMessageContaining("price");
    }

    @Test
    void carriesRightsThroughFieldsOfOtherNames() {
        RightsMapping mapping = RightsMapping.DEFAULT
                .library(Map.of("status", "Clearance", "territories", "Countries", "usageTerms", ""))
                .workspace(Map.of("status", "Verdict", "territories", "Where"));
        stage.close();
        stage = new XiStage(
                options -> options.rightsFields(MappedRights.iconik(mapping)),
                options -> options.rightsFields(MappedRights.xecm(mapping)).rightsCategory("Clearing"));
        stage.media.define(
                IconikSandbox.RIGHTS_VIEW,
                List.of(
                        Map.of("name", "Clearance", "field_type", "string"),
                        Map.of("name", "Countries", "field_type", "tag_cloud", "multi", true)));
        stage.records.define(
                7098,
                "Clearing",
                Attr.popup(2, "Verdict", "Cleared", "Restricted", "Blocked", "Expired", "Pending"),
                Attr.text(3, "Rights Holder"),
                Attr.text(4, "License Type"),
                Attr.date(5, "Valid From"),
                Attr.date(6, "Valid Until"),
                Attr.texts(7, "Where"),
                Attr.texts(8, "Channel"),
                Attr.text(9, "Restrictions"),
                Attr.text(10, "Rights Record"),
                Attr.set(11, "Agreements", Attr.text(12, "Document")));
        stage.records.workspaces().define(34, "media", 7098, Furniture.MEDIA);

        SourceRef film = new Films(stage).upload("Film");
        stage.media.personFills(film.id(), IconikSandbox.RIGHTS_VIEW, "Clearance", "cleared");
        stage.media.personFills(film.id(), IconikSandbox.RIGHTS_VIEW, "Countries", "DE");
        StateStore state = StateStore.inMemory();
        new RightsDesk(stage, mapping).flow(PowerCut.never(), state).advance(film);

        Optional<Long> workspace = stage.archive
                .require(WorkspaceDesk.class)
                .findByKey("media", film.id())
                .map(one -> Cabinet.id(one.ref()));
        assertThat(stage.records.value(workspace.orElseThrow(), "7098_2")).isEqualTo("Cleared");
        assertThat(stage.records.value(workspace.orElseThrow(), "7098_7")).isEqualTo(List.of("DE"));
        assertThat(stage.records.value(workspace.orElseThrow(), XecmSandbox.RIGHTS_CATEGORY + "_2"))
                .isNull();
        stage.settle();
        stage.records.edit(workspace.orElseThrow(), "7098_2", "Blocked");
        new RightsDesk(stage, mapping).flow(PowerCut.never(), state).advance(film);
        assertThat(new Films(stage).isBlocked(film)).isTrue();
    }
}
