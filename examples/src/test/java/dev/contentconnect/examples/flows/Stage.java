package dev.contentconnect.examples.flows;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.contentconnect.core.config.Secret;
import dev.contentconnect.core.model.Actor;
import dev.contentconnect.core.model.CaseTask;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.model.TaskStatus;
import dev.contentconnect.core.spi.CaseDesk;
import dev.contentconnect.core.spi.TaskQuery;
import dev.contentconnect.core.spi.TaskResult;
import dev.contentconnect.core.testkit.FakeClock;
import dev.contentconnect.core.testkit.PowerCut;
import dev.contentconnect.core.time.TimeSource;
import dev.contentconnect.vip.VipConfig;
import dev.contentconnect.vip.VipConnector;
import dev.contentconnect.vip.sandbox.VipSandbox;
import dev.contentconnect.vip.wordpress.RealWordpress;
import dev.contentconnect.workflow.ModelLibrary;
import dev.contentconnect.workflow.WorkflowConfig;
import dev.contentconnect.workflow.WorkflowConnector;
import dev.contentconnect.workflow.engine.RealEngine;
import dev.contentconnect.workflow.sandbox.WorkflowSandbox;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;

/**
 * A workflow service and a content library, as sandboxes or as the real servers, and the people who work there. The models
 * that the connector ships are deployed.
 */
public final class Stage implements AutoCloseable {
    private final URI desk;
    private final String tenant;
    private final String clientId;
    private final String clientSecret;
    private final URI library;
    private final String password;
    private final TimeSource clock;
    private final Runnable timers;
    private final Runnable stop;
    private final WorkflowConnector people;
    private final VipConnector eyes;

    private Stage(
            URI desk,
            String tenant,
            String clientId,
            String clientSecret,
            URI library,
            String password,
            TimeSource clock,
            Runnable timers,
            Runnable stop) {
        this.desk = desk;
        this.tenant = tenant;
        this.clientId = clientId;
        this.clientSecret = clientSecret;
        this.library = library;
        this.password = password;
        this.clock = clock;
        this.timers = timers;
        this.stop = stop;
        this.people = workflow(PowerCut.never());
        this.eyes = vip(PowerCut.never());
        ModelLibrary.deployAll(people.client());
    }

    /**
     * Both systems inside this process, empty, on a clock that only the test moves.
     *
     * @param clock dates everything
     */
    public static Stage sandboxes(FakeClock clock) {
        WorkflowSandbox desk = new WorkflowSandbox(clock);
        VipSandbox library = new VipSandbox(clock);
        return new Stage(
                desk.endpoint(),
                WorkflowSandbox.TENANT,
                WorkflowSandbox.CLIENT_ID,
                WorkflowSandbox.CLIENT_SECRET,
                library.endpoint(),
                VipSandbox.PASSWORD,
                clock,
                desk::runTimers,
                () -> {
                    desk.close();
                    library.close();
                });
    }

    /** Sandboxes at a fixed moment. */
    public static Stage sandboxes() {
        return sandboxes(new FakeClock(Instant.parse("2026-11-21T08:00:00Z")));
    }

    /** The real engine and the real WordPress, one of each for all tests of a run; skips where they are not installed. */
    public static Stage realServers() {
        assumeTrue(
                (RealEngine.available() || RealEngine.isRequired())
                        && (RealWordpress.available() || RealWordpress.isRequired()),
                "the workflow engine is not built or WordPress is not installed: see the connectors' README pages");
        return new Stage(
                Servers.ENGINE.endpoint(),
                RealEngine.TENANT,
                RealEngine.CLIENT_ID,
                RealEngine.CLIENT_SECRET,
                Servers.WORDPRESS.endpoint(),
                Servers.WORDPRESS.password(RealWordpress.ADMIN),
                TimeSource.system(),
                () -> {},
                () -> {});
    }

    /** Started when first asked for; they take ten seconds. Both end with this process. */
    private static final class Servers {
        static final RealEngine ENGINE = RealEngine.start();
        static final RealWordpress WORDPRESS = RealWordpress.start(Path.of("target", "wordpress"));

        static {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                ENGINE.close();
                WORDPRESS.close();
            }));
        }
    }

    public TimeSource clock() {
        return clock;
    }

    /** Lets the sandbox ask for a chase of each overdue review; the real engine does so by itself. */
    public void runTimers() {
        timers.run();
    }

    /** A connection to the workflow service that is cut off. */
    public WorkflowConnector workflow(PowerCut cut) {
        return WorkflowConnector.create(WorkflowConfig.builder()
                .endpoint(desk)
                .tenant(tenant)
                .clientId(clientId)
                .clientSecret(Secret.of(clientSecret))
                .stepPerAttempt(cut.onRequests())
                .time(clock)
                .build());
    }

    /** A connection to the library that is cut off. */
    public VipConnector vip(PowerCut cut) {
        return VipConnector.create(VipConfig.wordpress()
                .endpoint(library)
                .username(RealWordpress.ADMIN)
                .applicationPassword(Secret.of(password))
                .stepPerAttempt(cut.onRequests())
                .time(clock)
                .build());
    }

    /** The workflow service as people use it. */
    public WorkflowConnector people() {
        return people;
    }

    /** The library as people see it. */
    public VipConnector eyes() {
        return eyes;
    }

    /**
     * Completes the open tasks of a case; those that are not named stay open.
     *
     * @param caseRef the case
     * @param outcomes the word for each step
     */
    public void complete(SourceRef caseRef, Map<String, String> outcomes) {
        CaseDesk cases = people.require(CaseDesk.class);
        for (CaseTask task : cases.tasks(TaskQuery.ALL.ofCase(caseRef)).stream().toList()) {
            String word = outcomes.get(String.valueOf(task.step()));
            if (word != null && !task.status().equals(TaskStatus.COMPLETED)) {
                cases.complete(task.ref(), TaskResult.of(word, null, Actor.of(task.step() + "@example.com")));
            }
        }
    }

    @Override
    public void close() {
        people.close();
        eyes.close();
        stop.run();
    }
}
