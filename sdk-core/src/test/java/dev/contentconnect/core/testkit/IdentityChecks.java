package dev.contentconnect.core.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.spi.Connector;
import dev.contentconnect.core.spi.ConnectorCheck;
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
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Tokens, secrets, many callers, interrupts and the end. */
abstract class IdentityChecks extends Checks {
    private static final int CALLERS = 64;
    private static final Pattern CREDENTIAL =
            Pattern.compile("authori[sz]ation|cookie|key|secret|session|ticket|token");
    private static final String TWICE = "asks once with the old token and once with a fresh one; see AuthStep";

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
        assertThat(requestsOf(read)).as(TWICE).isEqualTo(2);
    }

    @Test
    void givesUpWhenAFreshTokenIsRefusedToo() {
        tokenPath();
        ContractCall read = warm(subject().read(connector()));
        int before = sandbox().tokensIssued();
        failNext(1_000, read, Fault.status(401));

        assertFails(ErrorKind.UNAUTHENTICATED, read.call());
        assertThat(requestsOf(read)).as(TWICE).isEqualTo(2);
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
    void saysWhereTokensComeFromAndWhatIsSecret() {
        subject().read(connector()).call().run();
        if (subject().tokenPath().isEmpty()) {
            assertThat(sandbox().tokensIssued())
                    .as("tokens issued where tokenPath() is empty: say where they come from")
                    .isZero();
        } else {
            assertThat(sandbox().requests("*", subject().tokenPath().orElseThrow()))
                    .as("requests to where tokenPath() says that tokens come from")
                    .isNotEmpty();
        }
        if (subject().secrets().isEmpty()) {
            assertThat(sandbox().requests().stream()
                            .flatMap(request -> request.headers().keySet().stream())
                            .filter(CREDENTIAL.asPredicate()))
                    .as("headers with a credential where secrets() is empty: say what must never show")
                    .isEmpty();
        }
    }

    @Test
    void neverShowsASecret() {
        assumeFalse(subject().secrets().isEmpty() && subject().tokenPath().isEmpty(), "the system takes no credential");
        Shown shown = new Shown();
        Set<String> secrets = new LinkedHashSet<>(subject().secrets());
        try (CapturedLog log = CapturedLog.open();
                Connector connector = subject().connect(new Wiring(clock()))) {
            ContractCall read = subject().read(connector);
            read.call().run();
            secrets.addAll(sandbox().tokens());
            fail("a read", read, secrets, shown);
            for (String secret : secrets) {
                failNext(1, read, Fault.reply(SandboxResponse.text(200, "text/plain", echo(secret))));
                shown.addFailure("the failure of a read whose answer is no JSON", failure(read.call()));
            }
            if (!subject().isReadOnly()) {
                ContractCall write = subject().write(connector);
                write.call().run();
                secrets.addAll(sandbox().tokens());
                fail("a write", write, secrets, shown);
            }
            subject().tokenPath().ifPresent(path -> {
                sandbox().expireTokens();
                sandbox().failNext(1, "*", path, Fault.status(403));
                shown.addFailure("a failure to get a token", failure(read.call()));
            });
            shown.add("toString of the connector", connector);
            shown.add("describe() of the connector", connector.describe());
            shown.addEverythingIn(connector);
            shown.add("the log", log.text());
            sandbox().requests().forEach(request -> shown.add("the URL of " + request.method(), url(request)));
        }
        assertThat(secrets).isNotEmpty();
        assertThat(shown.where(secrets)).as("where a secret shows").isEmpty();
    }

    /** An answer may tell a credential back, and a caller may log whatever a call failed with. */
    private void fail(String what, ContractCall call, Set<String> secrets, Shown shown) {
        for (String secret : secrets) {
            String echo = echo(secret);
            failNext(1, call, Fault.reply(SandboxResponse.json(400, Map.of("message", echo))));
            shown.addFailure("the failure of " + what + " that was refused", failure(call.call()));
        }
        sandbox().clearFaults();
        failNext(3, call, Fault.status(503));
        shown.addFailure("the failure of " + what + " in an outage", failure(call.call()));
        sandbox().clearFaults();
    }

    private static String echo(String secret) {
        return "refused: Authorization: Bearer " + secret + ", client_secret=" + secret;
    }

    private static String url(SandboxRequest request) {
        return request.path() + request.query();
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
