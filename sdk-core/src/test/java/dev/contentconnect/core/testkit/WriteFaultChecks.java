package dev.contentconnect.core.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.Delivery;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.spi.Connector;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A write is repeated only on proof that it was not carried out. */
abstract class WriteFaultChecks extends Checks {
    private ContractCall write;

    WriteFaultChecks(ConnectorContract contract) {
        super(contract);
    }

    @BeforeEach
    void prepare() {
        assumeFalse(subject().isReadOnly(), "the system can only be read from");
        write = warm(subject().write(connector()));
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504})
    void neverRepeatsAfterAnOutage(int status) {
        failNext(1, write, Fault.status(status));

        assertFails(ErrorKind.UNAVAILABLE, write.call());
        assertThat(requestsOf(write)).isEqualTo(1);
        assertThat(clock().sleeps()).isEmpty();
    }

    @Test
    void neverRepeatsWhenTheAnswerIsLost() {
        failNext(1, write, Fault.connectionReset().afterHandling());

        ConnectorException failure = failure(write.call());
        assertThat(failure.kind()).isEqualTo(ErrorKind.UNAVAILABLE);
        assertThat(failure.error().trace().delivery()).isEqualTo(Delivery.UNKNOWN);
        assertThat(requestsOf(write)).isEqualTo(1);
    }

    @Test
    void neverRepeatsWhenTheAnswerBreaksOff() {
        failNext(1, write, Fault.truncatedBody());

        assertThat(failure(write.call()).error().trace().delivery()).isNotEqualTo(Delivery.NOT_SENT);
        assertThat(requestsOf(write)).isEqualTo(1);
    }

    @Test
    void neverRepeatsWhenTheAnswerDoesNotBegin() {
        try (Connector hasty = subject().connect(new Wiring(clock(), Wiring.SHORT_TIMEOUT))) {
            ContractCall call = warm(subject().write(hasty));
            failNext(1, call, Fault.latency(Wiring.SHORT_TIMEOUT.multipliedBy(4)));

            ConnectorException failure = failure(call.call());
            assertThat(failure.kind()).isEqualTo(ErrorKind.TIMED_OUT);
            assertThat(failure.error().trace().delivery()).isEqualTo(Delivery.UNKNOWN);
            assertThat(requestsOf(call)).isEqualTo(1);
        }
    }

    @Test
    void repeatsWhatWasTurnedAwayAtTheDoor() {
        failNext(1, write, Fault.tooManyRequests(3));

        write.call().run();
        assertThat(requestsOf(write)).isEqualTo(2);
        assertThat(clock().sleeps())
                .as("waits as Retry-After says; HttpErrors.byStatus keeps it")
                .containsExactly(Duration.ofSeconds(3));
    }

    @Test
    void repeatsOnceWithAFreshToken() {
        assumeTrue(subject().tokenPath().isPresent(), "the credential is sent as it is");
        int before = sandbox().tokensIssued();
        sandbox().expireTokens();

        write.call().run();
        assertThat(sandbox().tokensIssued()).isEqualTo(before + 1);
        assertThat(requestsOf(write)).isLessThanOrEqualTo(2);
    }
}
