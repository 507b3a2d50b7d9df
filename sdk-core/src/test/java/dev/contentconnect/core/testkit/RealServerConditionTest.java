package dev.contentconnect.core.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.launcher.EngineFilter.includeEngines;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

class RealServerConditionTest {
    private static int started;

    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE)
    @ExtendWith(OnInstalled.Condition.class)
    @interface OnInstalled {
        final class Condition extends RealServerCondition {
            Condition() {
                super(true, false, "unused");
            }
        }
    }

    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE)
    @ExtendWith(OnMissing.Condition.class)
    @interface OnMissing {
        final class Condition extends RealServerCondition {
            Condition() {
                super(false, false, "the abacus is not built");
            }
        }
    }

    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE)
    @ExtendWith(OnRequired.Condition.class)
    @interface OnRequired {
        final class Condition extends RealServerCondition {
            Condition() {
                super(false, true, "the abacus is not built");
            }
        }
    }

    /** As a class of tests on a real server is made: the same tests as on a sandbox, with a server to start before. */
    static class Flow {
        @BeforeAll
        static void start() {
            started++;
        }

        @Test
        void runs() {}

        @Test
        void runsAgain() {}
    }

    @OnInstalled
    static class HereFlow extends Flow {}

    @OnInstalled
    @OnMissing
    static class HalfThereFlow extends Flow {}

    @OnRequired
    static class RequiredFlow extends Flow {}

    private static TestExecutionSummary run(Class<?> tests) {
        started = 0;
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(selectClass(tests))
                                .filters(includeEngines("junit-jupiter"))
                                .build(),
                        listener);
        return listener.getSummary();
    }

    @Test
    void runsWhereTheServerIsInstalled() {
        assertThat(run(HereFlow.class).getTestsSucceededCount()).isEqualTo(2);
        assertThat(started).isEqualTo(1);
    }

    @Test
    void skipsTheClassAsAWholeWhereOneOfItsServersIsMissing() {
        TestExecutionSummary summary = run(HalfThereFlow.class);
        assertThat(summary.getContainersSkippedCount()).isEqualTo(1);
        assertThat(summary.getTotalFailureCount()).isZero();
        assertThat(summary.getTestsStartedCount()).isZero();
        assertThat(started).isZero();
    }

    @Test
    void failsTheClassAsAWholeWhereTheRunMustNotDoWithout() {
        TestExecutionSummary summary = run(RequiredFlow.class);
        assertThat(summary.getFailures())
                .singleElement()
                .satisfies(failure -> assertThat(failure.getException())
                        .hasStackTraceContaining("this run must not do without it: the abacus is not built"));
        assertThat(started).isZero();
    }
}
