package dev.contentconnect.examples.flows.wv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.testkit.PowerCut;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The process ends before or after any call, a new one starts over: the end is the same as without the accident. */
class InterruptedFlowTest {

    @TempDir
    private Path folder;

    @Test
    void publishesTheSame() {
        survivesEveryMoment(Bench::approve, packages().version("1"));
    }

    @Test
    void refusesTheSameAfterARejection() {
        survivesEveryMoment(
                (bench, waiting) -> bench.decide(
                        waiting, Map.of("brand", "approved", "legal", "rejected", "marketing", "approved")),
                packages().version("1"));
    }

    @Test
    void refusesTheSameForMissingRights() {
        survivesEveryMoment(Bench::approve, packages().of("1", Packages.granted("DE")));
    }

    @Test
    void replacesAnOlderVersionInTheSameWay() {
        survivesEveryMoment(Bench::approve, packages().version("1"), packages().version("2"));
    }

    private Packages packages() {
        return new Packages(folder);
    }

    private static void survivesEveryMoment(BiConsumer<Bench, PackageOutcome> people, ContentPackage... versions) {
        Bench undisturbed = new Bench();
        PackageOutcome wanted = run(undisturbed, PowerCut.never(), people, versions);
        assertThat(run(undisturbed, PowerCut.never(), people, versions)).isEqualTo(wanted);

        int moment = 0;
        boolean killed = true;
        while (killed) {
            Bench bench = new Bench();
            killed = runUntilKilled(bench, new PowerCut(moment), people, versions);
            PackageOutcome outcome = run(bench, PowerCut.never(), people, versions);
            assertThat(outcome).as("outcome after moment %d", moment).isEqualTo(wanted);
            assertThat(bench.everything()).as("state after moment %d", moment).isEqualTo(undisturbed.everything());
            moment++;
        }
        assertThat(moment).as("moments").isGreaterThan(20);
    }

    private static boolean runUntilKilled(
            Bench bench, PowerCut cut, BiConsumer<Bench, PackageOutcome> people, ContentPackage... versions) {
        try {
            run(bench, cut, people, versions);
            return false;
        } catch (PowerCut.Killed expected) {
            return true;
        }
    }

    private static PackageOutcome run(
            Bench bench, PowerCut cut, BiConsumer<Bench, PackageOutcome> people, ContentPackage... versions) {
        ApproveThenPublish flow = bench.flow(cut);
        PackageOutcome outcome = null;
        for (ContentPackage version : versions) {
            outcome = flow.start(version);
            if (outcome instanceof PackageOutcome.Waiting) {
                people.accept(bench, outcome);
                outcome = flow.advance(version);
            }
        }
        return outcome;
    }
}
