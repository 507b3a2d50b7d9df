package dev.contentconnect.examples.flows.aw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.model.AssetStatus;
import dev.contentconnect.core.model.CaseEventType;
import dev.contentconnect.core.model.CaseStatus;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.AssetPublisher;
import dev.contentconnect.core.spi.RightsWriter;
import dev.contentconnect.core.testkit.Fault;
import dev.contentconnect.core.testkit.PowerCut;
import dev.contentconnect.examples.flows.Standing;
import dev.contentconnect.examples.flows.aw.FinalPublishing.ReviewedPackage;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is compared was read from the records in Aprimo and from the workflow service. */
class FinalPublishingTest extends PublishingScene {
    @Test
    void publishesAllOfItAfterTheLastApprovalAndNotBefore() {
        SourceRef hero = stage.poster("hero");
        SourceRef banner = stage.poster("banner");
        ReviewedPackage content = content("summer", hero, banner);
        SourceRef caseRef = asked(content);
        stage.answer(caseRef, Map.of("brand", "approved"));
        assertThat(flow.advance(content)).isEqualTo(new Standing.Waiting(caseRef, List.of("legal")));
        assertThat(List.of(status(hero), status(banner))).containsOnly(AssetStatus.DRAFT);
        stage.answer(caseRef, YES);

        assertThat(flow.advance(content)).isEqualTo(new Standing.Done(caseRef, "published"));
        assertThat(List.of(status(hero), status(banner))).containsOnly(AssetStatus.PUBLISHED);
        assertThat(publications(hero)).hasSize(1).isEqualTo(publications(banner));
        assertThat(stage.report(state).cases().resolved()).isOne();
    }

    @Test
    void publishesNothingWhenSomebodySaysNo() {
        SourceRef hero = stage.poster("hero");
        ReviewedPackage content = content("summer", hero);
        stage.answer(asked(content), Map.of("brand", "approved", "legal", "rejected"));

        assertThat(flow.advance(content))
                .isEqualTo(new Standing.Refused(List.of("legal said rejected: not legal enough")));
        assertThat(status(hero)).isEqualTo(AssetStatus.DRAFT);
        assertThat(publications(hero)).isEmpty();
    }

    @Test
    void publishesNoNewerVersionThanTheOneThatWasApproved() {
        SourceRef hero = stage.poster("hero");
        ReviewedPackage content = content("summer", hero);
        SourceRef caseRef = asked(content);
        stage.answer(caseRef, YES);
        upload(hero, "hero 2");

        assertThat(flow.advance(content)).isInstanceOf(Standing.Refused.class);
        assertThat(status(hero)).isEqualTo(AssetStatus.DRAFT);
        ReviewedPackage newer = content("summer", hero);
        SourceRef second = asked(newer);
        assertThat(second).isNotEqualTo(caseRef);
        stage.answer(second, YES);
        assertThat(flow.advance(newer)).isInstanceOf(Standing.Done.class);
        assertThat(status(hero)).isEqualTo(AssetStatus.PUBLISHED);
    }

    @Test
    void callsTheReviewOffWhenThePackageChanges() {
        SourceRef hero = stage.poster("hero");
        SourceRef first = asked(content("summer", hero));
        upload(hero, "hero 2");
        SourceRef second = asked(content("summer", hero));
        assertThat(second).isNotEqualTo(first);
        assertThat(stage.read(first).status()).isEqualTo(CaseStatus.CANCELLED);
    }

    @Test
    void publishesOnceAndLeavesWhatPeopleTakeBackWhereTheyPutIt() {
        SourceRef hero = stage.poster("hero");
        ReviewedPackage content = content("summer", hero);
        SourceRef caseRef = asked(content);
        assertThat(asked(content)).isEqualTo(caseRef);
        stage.answer(caseRef, YES);
        Standing end = flow.advance(content);
        stage.planning.require(AssetPublisher.class).withdraw(hero, "the model withdrew");
        AssetStatus withdrawn = status(hero);

        assertThat(flow.advance(content)).isEqualTo(end);
        assertThat(status(hero)).isEqualTo(withdrawn).isNotEqualTo(AssetStatus.PUBLISHED);
        assertThat(AwStage.events(state, CaseEventType.ASSET_PUBLISHED)).hasSize(1);
    }

    @Test
    void changesNothingOnALateCallAboutAPackageThatWasReplaced() {
        SourceRef hero = stage.poster("hero");
        ReviewedPackage first = content("summer", hero);
        asked(first);
        upload(hero, "hero 2");
        ReviewedPackage second = content("summer", hero);
        SourceRef caseRef = asked(second);

        assertThat(flow.advance(first)).isInstanceOf(Standing.Idle.class);
        assertThat(asked(second)).isEqualTo(caseRef);
        stage.answer(caseRef, YES);
        Standing end = flow.advance(second);
        assertThat(flow.advance(first)).isInstanceOf(Standing.Idle.class);
        assertThat(flow.advance(second)).isEqualTo(end).isEqualTo(new Standing.Done(caseRef, "published"));
        assertThat(stage.desk.opened(second.ref())).hasSize(2);
        assertThat(publications(hero)).hasSize(1);
    }

    @Test
    void publishesNothingThatIsBlocked() {
        SourceRef hero = stage.poster("hero");
        ReviewedPackage content = content("summer", hero);
        stage.answer(asked(content), YES);
        stage.planning.require(RightsWriter.class).block(hero, "the model withdrew");

        assertThatThrownBy(() -> flow.advance(content)).hasMessageContaining("is blocked");
        assertThat(status(hero)).isEqualTo(AssetStatus.DRAFT);
        stage.planning.require(RightsWriter.class).unblock(hero, "a new contract");
        assertThat(flow.advance(content)).isInstanceOf(Standing.Done.class);
    }

    /** Aprimo fails while the package comes out; then other people are to be asked about it. */
    @Test
    void bringsOutWhatWasOrderedAndBrokeOffAndSaysSoBeforeItAsksAboutTheNextPackage() {
        SourceRef hero = stage.poster("hero");
        SourceRef banner = stage.poster("banner");
        ReviewedPackage content = content("summer", hero, banner);
        stage.answer(asked(content), YES);
        stage.sandbox.failNext(1_000, "PUT", "/api/core/record/" + last(content).id(), Fault.connectionReset());
        assertThatThrownBy(() -> flow.advance(content)).isInstanceOf(ConnectorException.class);
        ReviewedPackage other = new ReviewedPackage(
                content.ref(), content.title(), content.versions(), List.of("legal"), content.channels(), null);
        assertThatThrownBy(() -> flow.advance(other)).isInstanceOf(ConnectorException.class);
        stage.sandbox.clearFaults();

        assertThat(flow.advance(other)).isInstanceOf(Standing.Waiting.class);
        assertThat(List.of(status(hero), status(banner))).containsOnly(AssetStatus.PUBLISHED);
        assertThat(AwStage.events(state, CaseEventType.ASSET_PUBLISHED)).hasSize(2);
        assertThat(flow.advance(content)).isInstanceOf(Standing.Idle.class);
    }

    @Test
    void takesBackWhatADeadProcessReleasedWhenThePackageIsAnotherOneByThen() {
        ReviewedPackage content = halfOut();
        SourceRef[] assets = content.versions().keySet().toArray(SourceRef[]::new);
        upload(last(content), "newer");
        ReviewedPackage other = content("half", assets);
        stage.answer(asked(other), Map.of("brand", "rejected", "legal", "approved"));

        assertThat(flow.advance(other)).isInstanceOf(Standing.Refused.class);
        assertThat(flow.advance(content)).isInstanceOf(Standing.Idle.class);
        assertThat(Stream.of(assets).map(this::status)).containsOnly(AssetStatus.DRAFT);
        assertThat(AwStage.events(state, CaseEventType.ASSET_PUBLISHED)).isEmpty();
    }

    /** The process dies at the moment at which one asset is out and the other one is not. */
    private ReviewedPackage halfOut() {
        ReviewedPackage content = content("half", stage.poster("hero"), stage.poster("banner"));
        stage.answer(asked(content), YES);
        for (int moment = 0; moment < 100; moment++) {
            try {
                flow(new PowerCut(moment), state).advance(content);
            } catch (PowerCut.Killed expected) {
                List<AssetStatus> now =
                        content.versions().keySet().stream().map(this::status).toList();
                if (now.contains(AssetStatus.PUBLISHED) && now.contains(AssetStatus.DRAFT)) {
                    return content;
                }
            }
        }
        throw new AssertionError("never half out");
    }

    @Test
    void goesOnWithTheNextPackageWhereTheOneBeforeCouldNeverComeOut() {
        SourceRef hero = stage.poster("hero");
        ReviewedPackage content = content("summer", hero);
        ReviewedPackage foreign = new ReviewedPackage(
                content.ref(),
                content.title(),
                Map.of(hero, version(hero), SourceRef.of("vip", "7"), "1"),
                content.stakeholders(),
                content.channels(),
                null);
        stage.answer(asked(foreign), YES);
        assertThatThrownBy(() -> flow.advance(foreign)).isInstanceOf(IllegalArgumentException.class);

        stage.answer(asked(content), YES);
        assertThat(flow.advance(content)).isInstanceOf(Standing.Done.class);
    }

    private static SourceRef last(ReviewedPackage content) {
        return content.versions().keySet().stream()
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }
}
