package dev.contentconnect.examples.flows;

import static org.assertj.core.api.Assertions.assertThat;

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
import dev.contentconnect.vip.VipConfig;
import dev.contentconnect.vip.VipConnector;
import dev.contentconnect.vip.sandbox.VipSandbox;
import dev.contentconnect.vip.wordpress.RealWordpress;
import dev.contentconnect.workflow.ModelLibrary;
import dev.contentconnect.workflow.WorkflowConfig;
import dev.contentconnect.workflow.WorkflowConnector;
import dev.contentconnect.workflow.api.WorkflowQuery;
import dev.contentconnect.workflow.engine.RealEngine;
import dev.contentconnect.workflow.map.Variables;
import dev.contentconnect.workflow.sandbox.WorkflowSandbox;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
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
    private static final HttpClient STRANGER = HttpClient.newHttpClient();

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

    /** The real engine and the real WordPress, one of each for all tests of a run. */
    public static Stage realServers() {
        RealWordpress wordpress = Wordpress.SERVER;
        return onEngine(wordpress.endpoint(), wordpress.password(RealWordpress.ADMIN), TimeSource.system(), () -> {});
    }

    /** The real engine, one for all tests of a run, and a library inside this process. */
    public static Stage realEngine() {
        VipSandbox library = new VipSandbox(new FakeClock(Instant.now()));
        return onEngine(library.endpoint(), VipSandbox.PASSWORD, TimeSource.system(), library::close);
    }

    private static Stage onEngine(URI library, String password, TimeSource clock, Runnable stop) {
        return new Stage(
                Engine.SERVER.endpoint(),
                RealEngine.TENANT,
                RealEngine.CLIENT_ID,
                RealEngine.CLIENT_SECRET,
                library,
                password,
                clock,
                () -> {},
                stop);
    }

    /** Started when first asked for, which takes ten seconds. Ends with this process. */
    private static final class Engine {
        static final RealEngine SERVER = RealEngine.start();

        static {
            Runtime.getRuntime().addShutdownHook(new Thread(SERVER::close));
        }
    }

    /** The same. */
    private static final class Wordpress {
        static final RealWordpress SERVER = RealWordpress.start(Path.of("target", "wordpress"));

        static {
            Runtime.getRuntime().addShutdownHook(new Thread(SERVER::close));
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
        URI uri = URI.create(library + "/wp-json/wp/v2/media/" + version);
        int status = STRANGER.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
        assertThat(status).as("what a stranger is told about file " + version).isIn(200, 401);
        return status == 200;
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
        WorkflowQuery all = WorkflowQuery.ALL.with("includeProcessVariables", true);
        return people.client().history().processInstances(all).stream()
                .filter(one -> one.superProcessInstanceId() == null
                        && subject.equals(Variables.subject(one.variables(), null)))
                .map(one -> SourceRef.of(WorkflowConnector.SYSTEM, String.valueOf(one.id())))
                .toList();
    }

    @Override
    public void close() {
        people.close();
        eyes.close();
        stop.run();
    }
}
