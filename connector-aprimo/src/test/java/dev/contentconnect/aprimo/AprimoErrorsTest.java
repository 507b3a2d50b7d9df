package dev.contentconnect.aprimo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.contentconnect.aprimo.api.Select;
import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.error.Trace;
import dev.contentconnect.core.testkit.ErrorDecoderContract;
import dev.contentconnect.core.testkit.Fault;
import dev.contentconnect.core.testkit.SandboxResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AprimoErrorsTest extends ErrorDecoderContract {
    private final Tenant tenant = new Tenant();

    AprimoErrorsTest() {
        super(
                new AprimoErrors(),
                Trace.local("aprimo", "records.get", ""),
                "exceptionMessage",
                "exceptionType",
                "message",
                "error_description",
                "error");
    }

    @AfterEach
    void close() {
        tenant.close();
    }

    private ConnectorException answered(SandboxResponse answer) {
        tenant.sandbox.failNext(1, "GET", "/api/core/record/", Fault.reply(answer));
        return catchThrowableOfType(
                ConnectorException.class, () -> tenant.client().records().get("f".repeat(32), Select.NOTHING));
    }

    private static Map<String, Object> all() {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("error", "fourth");
        out.put("error_description", "third");
        out.put("message", "second");
        out.put("exceptionMessage", "first");
        out.put("exceptionType", "Some.Type");
        return out;
    }

    @Test
    void takesTheFirstOfTheMembersThatSayWhy() {
        Map<String, Object> body = all();
        Trace whole = answered(SandboxResponse.json(400, body)).error().trace();
        assertThat(whole.message()).isEqualTo("first");
        assertThat(whole.vendorCode()).isEqualTo("Some.Type");
        body.remove("exceptionMessage");
        assertThat(answered(SandboxResponse.json(400, body)).error().trace().message())
                .isEqualTo("second");
        body.put("message", null);
        assertThat(answered(SandboxResponse.json(400, body)).error().trace().message())
                .isEqualTo("third");
        body.remove("error_description");
        body.remove("exceptionType");
        Trace last = answered(SandboxResponse.json(400, body)).error().trace();
        assertThat(last.message()).isEqualTo("fourth");
        assertThat(last.vendorCode()).isEqualTo("fourth");
    }

    @Test
    void readsTheMembersInAnyCase() {
        assertThat(answered(SandboxResponse.json(400, Map.of("ExceptionMessage", "Why not")))
                        .error()
                        .trace()
                        .message())
                .isEqualTo("Why not");
    }

    @Test
    void takesTheTextWhereThereIsNoJson() {
        assertThat(answered(SandboxResponse.text(400, "text/plain", "Bad gateway somewhere"))
                        .error()
                        .trace()
                        .message())
                .isEqualTo("Bad gateway somewhere");
    }

    @ParameterizedTest
    @CsvSource({"400,REJECTED", "401,UNAUTHENTICATED", "403,FORBIDDEN", "404,NOT_FOUND", "409,CONFLICT", "422,REJECTED"
    })
    void tellsKindsByStatus(int status, ErrorKind kind) {
        tenant.sandbox.failNext(1, "GET", "/api/core/record/", Fault.reply(SandboxResponse.json(status, all())));
        assertThat(answered(SandboxResponse.json(status, all())).kind()).isEqualTo(kind);
    }
}
