package dev.contentconnect.iconik;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.config.Secret;
import dev.contentconnect.core.http.HttpCall;
import dev.contentconnect.core.http.HttpReply;
import dev.contentconnect.core.http.HttpStep;
import dev.contentconnect.iconik.sandbox.IconikSandbox;
import dev.contentconnect.iconik.wire.WireUser;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;

/**
 * A thousand calls at once, a virtual thread each, none of which keeps a carrier thread while it waits. The flight recorder
 * is the witness; that it would have seen one is tried beside it. Java 24 is the first on which a monitor pins nothing, so it
 * is the first on which all libraries below us are clean.
 */
@EnabledForJreRange(min = JRE.JAVA_24, disabledReason = "virtual threads that monitors do not pin come with Java 24")
class VirtualThreadsTest {
    private static final int CALLS = 1_000;
    /** A busy machine takes its time with a thousand connections. */
    private static final Duration PATIENT = Duration.ofMinutes(5);

    private static final String PINNED = "jdk.VirtualThreadPinned";

    @TempDir
    Path folder;

    @Test
    void aThousandCallsAtOncePinNoThread() throws Exception {
        Together step = new Together();
        try (Tenant tenant = new Tenant(options -> options.requestsPerSecond(1_000)
                .requestTimeout(PATIENT)
                .bodyTimeout(PATIENT)
                .clientSecret(Secret.of(IconikSandbox.CLIENT_SECRET))
                .authToken(null)
                .stepPerAttempt(step))) {
            // Whoever waits while another thread sets up a class is pinned, once in the life of a process.
            step.gate = new CountDownLatch(1);
            tenant.client().users().current();
            step.gate = new CountDownLatch(CALLS);
            List<WireUser> users = new ArrayList<>();
            List<RecordedEvent> pinned = pinnedDuring(threads -> {
                List<Future<WireUser>> answers = new ArrayList<>();
                for (int i = 0; i < CALLS; i++) {
                    answers.add(threads.submit(() -> tenant.client().users().current()));
                }
                for (Future<WireUser> answer : answers) {
                    users.add(answer.get(PATIENT.toMinutes(), TimeUnit.MINUTES));
                }
            });

            assertThat(users).hasSize(CALLS).extracting(WireUser::id).containsOnly(IconikSandbox.USER);
            assertThat(step.virtual.get()).isGreaterThanOrEqualTo(CALLS);
            assertThat(pinned).isEmpty();
        }
    }

    @Test
    void aThreadThatIsPinnedWouldHaveBeenSeen() throws Exception {
        List<RecordedEvent> pinned =
                pinnedDuring(threads -> threads.submit(() -> new Waiting()).get(1, TimeUnit.MINUTES));

        assertThat(pinned).isNotEmpty();
    }

    /** Nobody sends before everybody is ready to. */
    private static final class Together implements HttpStep {
        final AtomicInteger virtual = new AtomicInteger();
        volatile CountDownLatch gate = new CountDownLatch(0);

        @Override
        public HttpReply take(HttpCall call, Next next) {
            virtual.addAndGet(Thread.currentThread().toString().startsWith("VirtualThread") ? 1 : 0);
            gate.countDown();
            try {
                if (!gate.await(PATIENT.toMinutes(), TimeUnit.MINUTES)) {
                    throw new IllegalStateException("not everybody came");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
            return next.proceed(call);
        }
    }

    /** The virtual machine cannot take a thread off its carrier that waits while a class is set up. */
    private static final class Waiting {
        static {
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Work on virtual threads. */
    private interface Work {
        void on(ExecutorService threads) throws Exception;
    }

    private List<RecordedEvent> pinnedDuring(Work work) throws Exception {
        Path file = folder.resolve("recording.jfr");
        ExecutorService threads = virtualThreads();
        try (Recording recording = new Recording()) {
            recording.enable(PINNED).withThreshold(Duration.ZERO).withStackTrace();
            recording.start();
            work.on(threads);
            recording.stop();
            recording.dump(file);
        } finally {
            threads.shutdown();
        }
        return RecordingFile.readAllEvents(file).stream()
                .filter(event -> event.getEventType().getName().equals(PINNED))
                .toList();
    }

    /** The tests are compiled for Java 17, which does not know the method. */
    private static ExecutorService virtualThreads()
            throws NoSuchMethodException, IllegalAccessException, InvocationTargetException {
        return (ExecutorService)
                Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
    }
}
