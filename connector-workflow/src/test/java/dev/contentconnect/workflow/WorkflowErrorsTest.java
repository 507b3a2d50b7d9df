package dev.contentconnect.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.error.Trace;
import dev.contentconnect.core.testkit.ErrorDecoderContract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bodies as the service, its gateway and the engine send them; data invented. */
class WorkflowErrorsTest extends ErrorDecoderContract {
    WorkflowErrorsTest() {
        super(
                new WorkflowErrors(),
                Trace.local("workflow", "tasks.get", ""),
                "message",
                "exception",
                "fault",
                "error",
                "error_description",
                "details",
                "errorMessage");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"message\":\"Bad request\",\"exception\":\"the reason\"}",
                "{\"fault\":{\"faultstring\":\"the reason\"},\"message\":\"x\"}",
                "{\"error\":\"invalid_client\",\"error_description\":\"the reason\",\"details\":\"x\"}",
                "{\"details\":\"the reason\",\"errorMessage\":\"x\"}",
                "{\"errorMessage\":\"the reason\",\"message\":\"x\"}",
                "{\"message\":\"the reason\"}",
                "the reason",
                "<html><body><p>the reason</p></body></html>"
            })
    void findsTheReasonInTheOrderOfTrust(String body) {
        assertThat(decode(400, body).trace().message().strip()).isEqualTo("the reason");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "VariableInstance was updated by another transaction concurrently|CONFLICT",
                "A delegated Task[id=1] cannot be completed, but should be resolved instead.|CONFLICT",
                "Cannot complete a suspended task|CONFLICT",
                "Execution with id '1' does not have a subscription to a message event with name 'x'|CONFLICT",
                "No catching boundary event found for error with errorCode 'unknownStakeholder'|REJECTED",
                "Unknown property used in expression: ${nothing}|REJECTED",
                "something else|UNAVAILABLE"
            })
    void tellsRefusalsFromOutages(String reason, ErrorKind kind) {
        assertThat(decode(500, "{\"message\":\"Internal server error\",\"exception\":\"" + reason + "\"}")
                        .kind())
                .isEqualTo(kind);
    }

    @Test
    void takesTheGatewaysQuotaForARateLimit() {
        assertThat(decode(
                                500,
                                "{\"fault\":{\"faultstring\":\"Spike arrest\",\"detail\":{\"errorcode\":\"policies.ratelimit.SpikeArrestViolation\"}}}")
                        .kind())
                .isEqualTo(ErrorKind.RATE_LIMITED);
    }
}
