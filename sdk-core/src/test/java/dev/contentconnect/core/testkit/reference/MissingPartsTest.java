package dev.contentconnect.core.testkit.reference;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.Connector;
import dev.contentconnect.core.testkit.FakeClock;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What a subject can do by itself it does with capabilities; without them it says what has to be written. */
class MissingPartsTest {
    private static void misses(String method, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(ReferenceSubject.class.getName() + " must override " + method + ":");
    }

    @Test
    void areNamed() {
        Connector bare = (Connector) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {Connector.class},
                (proxy, method, args) -> Optional.empty());
        try (ReferenceSubject subject = new ReferenceSubject(new FakeClock(Instant.EPOCH))) {
            misses("list", () -> subject.list(bare, 10));
            misses("asset", () -> subject.asset(bare, "k-1"));
            misses("fillComments", () -> subject.fillComments(bare, SourceRef.of("reference", "1")));
            misses("changeCase", () -> subject.changeCase(bare, 1));
            misses("changeWorkspace", () -> subject.changeWorkspace(bare, 1));
            misses("workspace", () -> subject.workspace(bare, "k-1"));
        }
    }
}
