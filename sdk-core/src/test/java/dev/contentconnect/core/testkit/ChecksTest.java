package dev.contentconnect.core.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.error.LocalErrors;
import org.junit.jupiter.api.Test;

class ChecksTest {
    @Test
    void sayWhichFailureWasWantedOfACallThatReturned() {
        assertThatThrownBy(() -> Checks.assertFails(ErrorKind.CONFLICT, () -> {}))
                .isInstanceOf(AssertionError.class)
                .hasMessage("the call should have failed with a ConnectorException of kind CONFLICT, and returned");
        assertThatThrownBy(() -> Checks.failure(() -> {}))
                .isInstanceOf(AssertionError.class)
                .hasMessage("the call should have failed with a ConnectorException, and returned");
    }

    @Test
    void sayWhichFailureWasWantedOfACallThatFailedOtherwise() {
        assertThatThrownBy(() -> Checks.assertFails(ErrorKind.CONFLICT, () -> {
                    throw new IllegalStateException("closed");
                }))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("ConnectorException of kind CONFLICT")
                .hasMessageContaining("closed");
        assertThat(Checks.failure(() -> {
                            throw LocalErrors.of("x").rejected("y", null, "z");
                        })
                        .kind())
                .isEqualTo(ErrorKind.REJECTED);
    }
}
