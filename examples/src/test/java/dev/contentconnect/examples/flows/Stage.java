package dev.contentconnect.examples.flows;

import dev.contentconnect.core.config.Secret;
import dev.contentconnect.core.model.Actor;
import dev.contentconnect.core.model.CaseRecord;
import dev.contentconnect.core.model.CaseTask;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.model.TaskStatus;
import dev.contentconnect.core.spi.CaseDesk;
import dev.contentconnect.core.spi.TaskQuery;
import dev.contentconnect.core.spi.TaskResult;
import dev.contentconnect.core.testkit.FakeClock;
import dev.contentconnect.core.testkit.PowerCut;
import dev.contentconnect.core.time.TimeSource;
import dev.contentconnect.vip.VipConnector;
import dev.contentconnect.workflow.ModelLibrary;
import dev.contentconnect.workflow.WorkflowConfig;
import dev.contentconnect.workflow.WorkflowConnector;
import dev.contentconnect.workflow.api.WorkflowQuery;
import dev.contentconnect.workflow.engine.RealEngine;
import dev.contentconnect.workflow.map.Variables;
import dev.contentconnect.workflow.sandbox.WorkflowSandbox;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * A workflow service and a content library, as sandboxes or as the real servers, and the people who work there. The models
 * that the connector ships are deployed.
 */
public final class Stage implements AutoCloseable {
    private final URI desk;
    private final String tenant;
    private final String clientId;
    private final String clientSecret;
    private final LibraryStage library;
    private final TimeSource clock;
    private final Runnable timers;
    private final Runnable stop;
    private final WorkflowConnector people;

    private Stage(
            URI desk,
            String tenant,
            String clientId,
            String clientSecret,
            LibraryStage library,
            TimeSource clock,
            Runnable timers,
            Runnable stop) {
        this.desk = desk;
        this.tenant = tenant;
        this.clientId = clientId;
        this.clientSecret = clientSecret;
        this.library = library;
        this.clock = clock;
        this.timers = timers;
        this.stop = stop;
        this.people = workflow(PowerCut.never());
        ModelLibrary.deployAll(people.client());
    }

    /**
     * Both systems inside this process, empty, on a clock that only the test moves.
     *
     * @param clock dates everything
     */
    public static Stage sandboxes(FakeClock clock) {
        WorkflowSandbox desk = new WorkflowSandbox(clock);
        return new Stage(
                desk.endpoint(),
                WorkflowSandbox.TENANT,
                WorkflowSandbox.CLIENT_ID,
                WorkflowSandbox.CLIENT_SECRET,
                LibraryStage.sandbox(clock),
                clock,
                desk::runTimers,
                desk::close);
    }

    /** Sandboxes at a fixed moment. */
    public static Stage sandboxes() {
        return sandboxes(new FakeClock(Instant.parse("2026-11-21T08:00:00Z")));
    }

    /** The real engine and the real WordPress, one of each for all tests of a run. */
    public static Stage realServers() {
        return onEngine(LibraryStage.realWordpress(), TimeSource.system());
    }

    /**
     * The real engine, one for all tests of a run and on its own clock, and a library inside this process.
     *
     * @param clock dates what is in the library
     */
    public static Stage realEngine(FakeClock clock) {
        return onEngine(LibraryStage.sandbox(clock), clock);
    }

    private static Stage onEngine(LibraryStage library, TimeSource clock) {
        return new Stage(
                Server.ENGINE.endpoint(),
                RealEngine.TENANT,
                RealEngine.CLIENT_ID,
                RealEngine.CLIENT_SECRET,
                library,
                clock,
                () -> {},
                () -> {});
    }

    /** Started when first asked for; it takes ten seconds, and ends with this process. */
    private static final class Server {
        static final RealEngine ENGINE = RealEngine.start();

        static {
            Runtime.getRuntime().addShutdownHook(new Thread(ENGINE::close));
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
        return library.vip(cut);
    }

    /** The workflow service as people use it. */
    public WorkflowConnector people() {
        return people;
    }

    /** The library as people see it. */
    public VipConnector eyes() {
        return library.eyes();
    }

    /**
     * How many cases were ever opened under a key, however they ended.
     *
     * @param key the key
     */
    public long count(String key) {
        return people.client().history().processInstances(WorkflowQuery.ALL.with("businessKey", key)).stream()
                .filter(one -> key.equals(one.businessKey()))
                .count();
    }

    /**
     * Whether a stranger gets a file of the library.
     *
     * @param version its id
     */
    public boolean isPublic(String version) throws IOException, InterruptedException {
        return library.isPublic(version);
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

    /**
     * Completes the open task of one step.
     *
     * @param caseRef the case
     * @param step the key of the step in its model, or its stakeholder where several share one
     * @param result how
     */
    public void complete(SourceRef caseRef, String step, TaskResult result) {
        CaseDesk cases = people.require(CaseDesk.class);
        cases.complete(task(caseRef, step).ref(), result);
    }

    /**
     * The open task of one step; on the engine it may come a moment after the one before it ended.
     *
     * @param caseRef the case
     * @param step the key of the step in its model, or its stakeholder where several share one
     */
    public CaseTask task(SourceRef caseRef, String step) {
        return eventually(() -> people.require(CaseDesk.class).tasks(TaskQuery.ALL.ofCase(caseRef)).stream()
                .filter(one -> step.equals(one.step())
                        || step.equals(one.extensions().get(one.ref().system()).get("category")))
                .findFirst());
    }

    /**
     * A case that has ended, or is about to.
     *
     * @param caseRef the case
     */
    public CaseRecord ended(SourceRef caseRef) {
        return eventually(() -> Optional.of(people.require(CaseDesk.class).get(caseRef))
                .filter(record -> record.status().isFinal()));
    }

    /**
     * Waits until it is somebody's turn in a case, or it has ended.
     *
     * @param caseRef the case
     */
    public void settle(SourceRef caseRef) {
        CaseDesk cases = people.require(CaseDesk.class);
        eventually(() -> Optional.of(cases.get(caseRef))
                .filter(record -> record.status().isFinal()
                        || cases.tasks(TaskQuery.ALL.ofCase(caseRef)).iterator().hasNext()));
    }

    /** Joins are jobs on the real engine: the state after a completion follows a moment later. */
    private static <T> T eventually(Supplier<Optional<T>> question) {
        long end = System.nanoTime() + 20_000_000_000L;
        while (System.nanoTime() < end) {
            Optional<T> answer = question.get();
            if (answer.isPresent()) {
                return answer.get();
            }
            LockSupport.parkNanos(50_000_000L);
        }
        throw new AssertionError("did not happen within 20 seconds");
    }

    /**
     * All cases that were ever opened about an object.
     *
     * @param subject the object
     * @return running and ended ones, however they ended; without what they called
     */
    public List<SourceRef> opened(SourceRef subject) {
        WorkflowQuery whole =
                WorkflowQuery.ALL.with("excludeSubprocesses", true).with("includeProcessVariables", true);
        return people.client().history().processInstances(whole).stream()
                .filter(one -> subject.equals(Variables.subject(one.variables(), null)))
                .map(one -> SourceRef.of(WorkflowConnector.SYSTEM, String.valueOf(one.id())))
                .toList();
    }

    @Override
    public void close() {
        people.close();
        library.close();
        stop.run();
    }
}
