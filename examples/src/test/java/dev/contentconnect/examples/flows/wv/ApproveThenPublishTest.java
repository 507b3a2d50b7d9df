package dev.contentconnect.examples.flows.wv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contentconnect.core.model.Approval;
import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.model.CaseStatus;
import dev.contentconnect.core.model.ReleaseState;
import dev.contentconnect.core.model.RightsRecord;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.report.GovernanceReport;
import dev.contentconnect.core.report.ReportSettings;
import dev.contentconnect.core.report.StepFigures;
import dev.contentconnect.core.testkit.PowerCut;
import dev.contentconnect.examples.flows.AudienceRules;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApproveThenPublishTest {
    private final Bench bench = new Bench();
    private Packages packages;

    @BeforeEach
    void makePackages(@TempDir Path folder) {
        packages = new Packages(folder);
    }

    private PackageOutcome run(ContentPackage content) {
        bench.approve(bench.flow().start(content));
        return bench.flow().advance(content);
    }

    private List<String> trail() {
        return bench.trail().stream().map(event -> event.type().value()).toList();
    }

    @Nested
    class Approved {

        @Test
        void bringsBytesMetadataAndRightsToTheAudience() {
            assertThat(run(packages.version("1"))).isInstanceOf(PackageOutcome.Published.class);

            Asset hero = bench.target.assets.get("files:hero.txt");
            assertThat(hero.title()).isEqualTo("Title of hero.txt");
            assertThat(hero.tags()).containsExactly("spring");
            assertThat(hero.segments()).isEqualTo(Packages.AUDIENCE);
            assertThat(bench.target.bytes.get(hero.ref()).values()).containsExactly("hero.txt 1");
            RightsRecord rights = bench.target.rights.get(hero.ref());
            assertThat(rights.grants()).hasSize(1);
            assertThat(rights.holder()).isEqualTo("Studio Quillfeather");
            assertThat(bench.target.publications.values()).singleElement().satisfies(publication -> {
                assertThat(publication.assets()).hasSize(2).contains(hero.ref());
                assertThat(publication.audience()).isEqualTo(Packages.AUDIENCE);
            });
            assertThat(bench.target.held).isEmpty();
        }

        @Test
        void publishesExactlyTheVersionsThatItSent() {
            run(packages.version("1"));

            SourceRef hero = bench.target.assets.get("files:hero.txt").ref();
            assertThat(bench.target.publishedVersions.get("wv1:spring@1"))
                    .hasSize(2)
                    .containsEntry(hero, "wv1:spring@1:files:hero.txt");
        }

        @Test
        void writesWhoDecidedWhatToTheTrail() {
            run(packages.version("1"));

            assertThat(trail())
                    .containsExactly(
                            "case.opened",
                            "approval.requested",
                            "approval.requested",
                            "approval.requested",
                            "approval.decided",
                            "approval.decided",
                            "approval.decided",
                            "case.resolved",
                            "asset.published",
                            "asset.published");
            assertThat(bench.trail().get(5))
                    .returns("legal", CaseEvent::step)
                    .returns("approved", CaseEvent::outcome)
                    .returns("1", CaseEvent::subjectVersion)
                    .returns(SourceRef.of("package", "spring"), CaseEvent::subject);
        }

        @Test
        void publishesNothingBeforeTheLastDecision() {
            ContentPackage content = packages.version("1");
            PackageOutcome started = bench.flow().start(content);
            bench.decide(started, Map.of("brand", "approved", "marketing", "approved"));

            assertThat(bench.flow().advance(content)).isInstanceOfSatisfying(PackageOutcome.Waiting.class, waiting -> {
                assertThat(waiting.open()).containsExactly("legal");
            });
            assertThat(bench.target.assets).isEmpty();
            assertThat(bench.target.publications).isEmpty();
        }

        @Test
        void refusesBytesThatNobodyApproved() {
            ContentPackage content = packages.version("1");
            bench.approve(bench.flow().start(content));
            packages.overwrite("1", "chart.txt");

            assertThat(bench.flow().advance(content))
                    .isEqualTo(new PackageOutcome.Refused(
                            List.of("the bytes of chart.txt are not those that were approved")));
            assertThat(bench.target.bytes).isEmpty();
        }
    }

    @Nested
    class Rejected {

        @Test
        void publishesNothingAndLeavesTheReasonOnEveryRecord() {
            ContentPackage content = packages.version("1");
            PackageOutcome started = bench.flow().start(content);
            bench.decide(started, Map.of("brand", "approved", "legal", "rejected", "marketing", "approved"));

            assertThat(bench.flow().advance(content))
                    .isEqualTo(new PackageOutcome.Refused(List.of("legal said rejected: not legal enough")));
            assertThat(bench.target.publications).isEmpty();
            assertThat(bench.target.bytes).isEmpty();
            assertThat(bench.target.held.values())
                    .hasSize(2)
                    .allMatch(reason -> reason.contains("legal said rejected: not legal enough"));
            assertThat(bench.target.comments).hasSize(2);
            assertThat(trail()).endsWith("flow.refused");
        }

        @Test
        void isNotUndoneByAskingAgain() {
            ContentPackage content = packages.version("1");
            bench.decide(
                    bench.flow().start(content),
                    Map.of("brand", "rejected", "legal", "approved", "marketing", "changes_requested"));
            PackageOutcome refused = bench.flow().advance(content);

            assertThat(bench.flow().start(content)).isEqualTo(refused);
            assertThat(bench.flow().advance(content)).isEqualTo(refused);
            assertThat(((PackageOutcome.Refused) refused).reasons())
                    .containsExactly(
                            "brand said rejected: not brand enough",
                            "marketing said changes_requested: not marketing enough");
            assertThat(bench.target.comments).hasSize(2);
        }

        @Test
        void refusesWhenACaseEndedAnHourAgoAndADecisionCannotBeRead() {
            ContentPackage content = packages.version("1");
            bench.approve(bench.flow().start(content));
            bench.workflow.approvals.values().removeIf(approval -> "legal".equals(approval.stakeholder()));

            assertThat(bench.flow().advance(content)).isInstanceOf(PackageOutcome.Waiting.class);
            bench.clock.advance(Duration.ofMinutes(59));
            assertThat(bench.flow().advance(content)).isInstanceOfSatisfying(PackageOutcome.Waiting.class, waiting -> {
                assertThat(waiting.open()).containsExactly("legal");
            });
            bench.clock.advance(Duration.ofMinutes(1));
            assertThat(bench.flow().advance(content))
                    .isEqualTo(new PackageOutcome.Refused(
                            List.of("the case ended without a decision of legal that could be read")));
            assertThat(bench.target.publications).isEmpty();
        }

        @Test
        void takesADecisionThatBecomesReadableLate() {
            ContentPackage content = packages.version("1");
            bench.approve(bench.flow().start(content));
            Map<SourceRef, Approval> all = Map.copyOf(bench.workflow.approvals);
            bench.workflow.approvals.values().removeIf(approval -> "legal".equals(approval.stakeholder()));
            assertThat(bench.flow().advance(content)).isInstanceOf(PackageOutcome.Waiting.class);

            bench.workflow.approvals.putAll(all);
            assertThat(bench.flow().advance(content)).isInstanceOf(PackageOutcome.Published.class);
        }

        @Test
        void treatsACancelledCaseAsNo() {
            ContentPackage content = packages.version("1");
            PackageOutcome.Waiting started =
                    (PackageOutcome.Waiting) bench.flow().start(content);
            bench.workflow.cancel(started.caseRef(), "called off");

            assertThat(bench.flow().advance(content))
                    .isEqualTo(new PackageOutcome.Refused(List.of("the case was cancelled")));
            assertThat(bench.target.publications).isEmpty();
        }
    }

    @Nested
    class RightsThatForbid {

        private void refuses(ContentPackage content, String reason) {
            assertThat(run(content)).isInstanceOfSatisfying(PackageOutcome.Refused.class, refused -> {
                assertThat(refused.reasons()).contains(reason);
            });
            assertThat(bench.target.publications).isEmpty();
            assertThat(bench.target.bytes).isEmpty();
            assertThat(bench.target.held.values()).allMatch(held -> held.contains(reason));
        }

        @Test
        void refusesWhatExpiredWhilePeopleDecided() {
            ContentPackage content = packages.version("1");
            bench.approve(bench.flow().start(content));
            bench.clock.advance(Duration.between(bench.clock.now(), Packages.EXPIRY));

            refuses(content, "rights of hero.txt: expired: 2027-01-01T00:00:00Z");
        }

        @Test
        void refusesWhatNobodyKnows() {
            RightsRecord.Builder unknown = Packages.granted("DE", "AT").grants(List.of());
            refuses(packages.of("1", Packages.granted("DE", "AT"), unknown), "rights of chart.txt: no_grant_stated");
        }

        @Test
        void refusesTheWholePackageForOneRegionOfOneItem() {
            refuses(
                    packages.of("1", Packages.granted("DE", "AT"), Packages.granted("DE")),
                    "rights of chart.txt: territory_not_granted: AT");
        }

        @Test
        void refusesPeopleWhoDidNotAgree() {
            refuses(
                    packages.of("1", Packages.granted("DE", "AT").modelRelease(ReleaseState.MISSING)),
                    "rights of hero.txt: model_release_missing: missing");
        }

        @Test
        void tellsTheDecidersBeforehand() {
            bench.flow().start(packages.of("1", Packages.granted("DE")));

            assertThat(bench.workflow.requests.get("wv1:spring@1").note()).contains("territory_not_granted: AT");
        }
    }

    @Nested
    class ReportedFromTheTrail {

        @Test
        void turnsOutApprovedInTime() {
            run(packages.version("1"));

            GovernanceReport report =
                    GovernanceReport.of(bench.trail().stream(), ReportSettings.asOf(bench.clock.now()));
            assertThat(report.cases().turnaround().count()).isOne();
            assertThat(report.cases().open()).isZero();
            assertThat(report.stakeholders())
                    .extracting(StepFigures::name)
                    .containsExactlyInAnyOrderElementsOf(ApproveThenPublish.STAKEHOLDERS);
            assertThat(report.stakeholders())
                    .allMatch(stakeholder -> stakeholder.waiting().count() == 1);
            assertThat(report.compliance().valid()).isEqualTo(2);
            assertThat(report.compliance().violations()).isEmpty();
        }

        @Test
        void leavesNothingOpenWhenAVersionIsSuperseded() {
            bench.flow().start(packages.version("1"));
            run(packages.version("2"));

            GovernanceReport report =
                    GovernanceReport.of(bench.trail().stream(), ReportSettings.asOf(bench.clock.now()));
            assertThat(report.cases().cancelled()).isOne();
            assertThat(report.cases().open()).isZero();
            assertThat(report.open()).isEmpty();
            assertThat(report.compliance().violations()).isEmpty();
        }
    }

    @Nested
    class NewVersion {

        @Test
        void needsApprovalsOfItsOwn() {
            run(packages.version("1"));
            ContentPackage second = packages.version("2");
            PackageOutcome started = bench.flow().start(second);

            assertThat(bench.flow().advance(second)).isEqualTo(started);
            assertThat(bench.workflow.cases).hasSize(2);
            assertThat(bench.target.publications).hasSize(1);

            bench.approve(started);
            assertThat(bench.flow().advance(second)).isInstanceOf(PackageOutcome.Published.class);
            assertThat(bench.target.assets).hasSize(2);
            Asset hero = bench.target.assets.get("files:hero.txt");
            assertThat(bench.target.bytes.get(hero.ref()).values()).containsExactly("hero.txt 1", "hero.txt 2");
        }

        @Test
        void leavesTheApprovedOneWithItsAudienceWhenItIsRejected() {
            run(packages.version("1"));
            ContentPackage second = packages.version("2");
            bench.decide(
                    bench.flow().start(second),
                    Map.of("brand", "rejected", "legal", "approved", "marketing", "approved"));
            bench.flow().advance(second);

            assertThat(bench.target.held).isEmpty();
            assertThat(bench.target.comments.values())
                    .hasSize(2)
                    .allMatch(comment -> comment.text().contains("version 2"));
            assertThat(bench.target.publications).hasSize(1);
        }

        @Test
        void endsTheOpenCaseOfTheOlderOne() {
            ContentPackage first = packages.version("1");
            bench.flow().start(first);
            bench.flow().start(packages.version("2"));

            assertThat(bench.workflow.cases.get("wv1:spring@1").status()).isEqualTo(CaseStatus.CANCELLED);
            assertThat(bench.workflow.cases.get("wv1:spring@2").status()).isEqualTo(CaseStatus.OPEN);
            PackageOutcome superseded = new PackageOutcome.Refused(List.of("superseded by version 2"));
            assertThat(bench.flow().advance(first)).isEqualTo(superseded);
            assertThat(bench.flow().start(first)).isEqualTo(superseded);
            assertThat(bench.target.assets).isEmpty();
            assertThat(trail()).containsSubsequence("approval.voided", "case.cancelled");
        }

        @Test
        void endsTheOpenCaseOfTheOlderOneAlsoWhenItsStartBrokeOff() {
            bench.flow().start(packages.version("1"));
            ContentPackage second = packages.version("2");
            int moment = 0;
            while (bench.workflow.cases.size() < 2) {
                ApproveThenPublish dying = bench.flow(new PowerCut(moment++));
                assertThatThrownBy(() -> dying.start(second)).isInstanceOf(PowerCut.Killed.class);
            }
            assertThat(bench.workflow.cases.get("wv1:spring@1").status()).isEqualTo(CaseStatus.OPEN);

            bench.flow().advance(second);
            assertThat(bench.workflow.cases.get("wv1:spring@1").status()).isEqualTo(CaseStatus.CANCELLED);
        }

        @Test
        void isNotOverwrittenByALateOlderOne() {
            ContentPackage first = packages.version("1");
            bench.approve(bench.flow().start(first));
            run(packages.version("2"));

            assertThat(bench.flow().advance(first)).isInstanceOf(PackageOutcome.Refused.class);
            Asset hero = bench.target.assets.get("files:hero.txt");
            assertThat(bench.target.bytes.get(hero.ref()).values()).containsExactly("hero.txt 2");
        }

        @Test
        void doesNotCountDecisionsAboutAnotherVersion() {
            ContentPackage content = packages.version("1");
            bench.approve(bench.flow().start(content));
            bench.workflow.approvals.replaceAll((ref, approval) -> "legal".equals(approval.stakeholder())
                    ? approval.toBuilder().subjectVersion("0").build()
                    : approval);

            assertThat(bench.flow().advance(content)).isInstanceOf(PackageOutcome.Waiting.class);
            assertThat(bench.target.publications).isEmpty();
        }
    }

    @Test
    void saysBeforehandWhichCapabilityIsMissing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ApproveThenPublish(
                        bench.target.connector(),
                        bench.target.connector(),
                        AudienceRules.AS_IS,
                        bench.state,
                        bench.clock))
                .withMessageContaining("CaseDesk");
    }
}
