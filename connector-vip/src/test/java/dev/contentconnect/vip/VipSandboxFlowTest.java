package dev.contentconnect.vip;

import dev.contentconnect.core.testkit.FakeClock;
import dev.contentconnect.vip.sandbox.VipSandbox;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;

/** The flows on the sandbox; where it and the real one disagree the sandbox is wrong. */
class VipSandboxFlowTest {
    private static final FakeClock CLOCK = new FakeClock(Instant.parse("2031-05-04T03:02:01.500Z"));

    private static VipSandbox sandbox;

    @BeforeAll
    static void start() {
        sandbox = new VipSandbox(CLOCK);
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @Nested
    class Flows extends HarshFlow {
        Flows() {
            super(new Library(sandbox.endpoint(), user -> VipSandbox.PASSWORD, CLOCK));
        }
    }
}
