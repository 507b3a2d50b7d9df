package dev.contentconnect.core.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.spi.Connector;
import dev.contentconnect.core.spi.ConnectorCheck;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Tokens, secrets, many callers, interrupts and the end. */
abstract class IdentityChecks extends Checks {
    private static final int CALLERS = 64;

    IdentityChecks(ConnectorContract contract) {
        super(contract);
    }

    private String tokenPath() {
        assumeTrue(subject().tokenPath().isPresent(), "the credential is sent as it is");
        return subject().tokenPath().orElseThrow();
    }

    @Test
    void checksWithAnAuthenticatedCall() {
        ConnectorCheck check = connector().check();
        assertThat(check.system()).isEqualTo(connector().system());
        assertThat(sandbox().requests()).isNotEmpty();
    }

    @Test
    void refreshesATokenThatExpiredAndGoesOn() {
        tokenPath();
        ContractCall read = warm(subject().read(connector()));
        int before = sandbox().tokensIssued();
        sandbox().expireTokens();

        read.call().run();
        assertThat(sandbox().tokensIssued()).isEqualTo(before + 1);
        assertThat(requestsOf(read)).isEqualTo(2);
    }

    @Test
    void givesUpWhenAFreshTokenIsRefusedToo() {
        tokenPath();
        ContractCall read = warm(subject().read(connector()));
        int before = sandbox().tokensIssued();
        failNext(1_000, read, Fault.status(401));

        assertFails(ErrorKind.UNAUTHENTICATED, read.call());
        assertThat(requestsOf(read)).isEqualTo(2);
        assertThat(sandbox().tokensIssued()).isEqualTo(before + 1);
    }

    @Test
    void saysThatTheCredentialIsRefusedAndDoesNotInsist() {
        String path = tokenPath();
        sandbox().failNext(1_000, "*", path, Fault.status(401));
        assertFails(ErrorKind.UNAUTHENTICATED, () -> connector().check());
        assertThat(sandbox().requests("*", path)).hasSize(1);
    }

    @Test
    void fetchesOneTokenForManyCallers() throws Exception {
        String path = tokenPath();
        ContractCall read = warm(subject().read(connector()));
        int before = sandbox().tokensIssued();
        sandbox().expireTokens();
        sandbox().failNext(1, "*", path, Fault.latency(Duration.ofMillis(200)));

        ExecutorService pool = Executors.newFixedThreadPool(CALLERS);
        try {
            CountDownLatch start = new CountDownLatch(1);
            List<Future<?>> calls = new ArrayList<>();
            for (int i = 0; i < CALLERS; i++) {
                calls.add(pool.submit(() -> {
                    start.await();
                    read.call().run();
                    return null;
                }));
            }
            start.countDown();
            for (Future<?> call : calls) {
                call.get(60, TimeUnit.SECONDS);
            }
        } finally {
            pool.shutdownNow();
        }
        assertThat(sandbox().tokensIssued()).isEqualTo(before + 1);
        assertThat(requestsOf(read)).isBetween(CALLERS, 2 * CALLERS);
    }

    @Test
    void neverShowsASecret() {
        assumeFalse(subject().secrets().isEmpty() && subject().tokenPath().isEmpty(), "the system takes no credential");
        StringBuilder shown = new StringBuilder();
        Set<String> secrets = new LinkedHashSet<>(subject().secrets());
        try (CapturedLog log = CapturedLog.open();
                Connector connector = subject().connect(new Wiring(clock()))) {
            ContractCall read = subject().read(connector);
            read.call().run();
            secrets.addAll(sandbox().tokens());
            for (String secret : secrets) {
                String echo = "refused: Authorization: Bearer " + secret + ", client_secret=" + secret;
                failNext(1, read, Fault.reply(SandboxResponse.json(400, Map.of("message", echo))));
                shown.append(trace(failure(read.call())));
                failNext(1, read, Fault.reply(SandboxResponse.text(200, "text/plain", echo)));
                shown.append(trace(failure(read.call())));
            }
            failNext(3, read, Fault.status(503));
            shown.append(trace(failure(read.call())));
            if (!subject().isReadOnly()) {
                subject().write(connector).call().run();
            }
            subject().tokenPath().ifPresent(path -> {
                sandbox().expireTokens();
                sandbox().failNext(1, "*", path, Fault.status(403));
                shown.append(trace(failure(read.call())));
            });
            shown.append(connector).append(connector.describe()).append(log.text());
            sandbox()
                    .requests()
                    .forEach(request -> shown.append(request.query()).append(request.path()));
        }
        assertThat(secrets).isNotEmpty();
        secrets.forEach(secret -> assertThat(shown.toString()).doesNotContain(secret));
    }

    private static String trace(Throwable thrown) {
        StringWriter out = new StringWriter();
        thrown.printStackTrace(new PrintWriter(out, true));
        return out.toString();
    }

    @Test
    void refusesCallsOnceClosed() {
        ContractCall read = warm(subject().read(connector()));
        connector().close();

        assertThatThrownBy(() -> read.call().run()).isInstanceOf(IllegalStateException.class);
        assertThat(sandbox().requests()).isEmpty();
    }

    @Test
    void returnsPromptlyWhenInterruptedAndKeepsTheFlag() throws Exception {
        ContractCall read = warm(subject().read(connector()));
        failNext(1, read, Fault.latency(Duration.ofSeconds(3)));
        AtomicReference<Boolean> flag = new AtomicReference<>();
        AtomicReference<Throwable> wrong = new AtomicReference<>();
        Thread caller = new Thread(() -> {
            try {
                assertFails(ErrorKind.CANCELLED, read.call());
            } catch (Throwable e) {
                wrong.set(e);
            }
            flag.set(Thread.currentThread().isInterrupted());
        });
        caller.start();
        long patience = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (requestsOf(read) == 0 && System.nanoTime() < patience) {
            Thread.onSpinWait();
        }
        caller.interrupt();
        caller.join(2_000);

        assertThat(caller.isAlive()).isFalse();
        assertThat(wrong.get()).isNull();
        assertThat(flag.get()).isTrue();
    }
}
