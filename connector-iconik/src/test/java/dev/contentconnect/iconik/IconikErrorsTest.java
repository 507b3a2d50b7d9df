package dev.contentconnect.iconik;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.error.Trace;
import dev.contentconnect.core.testkit.Fault;
import dev.contentconnect.core.testkit.SandboxResponse;
import dev.contentconnect.iconik.api.SearchQuery;
import dev.contentconnect.iconik.wire.WireAsset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every form in which the service says why not. */
class IconikErrorsTest {
    private final Tenant tenant = new Tenant();

    @AfterEach
    void close() {
        tenant.close();
    }

    private ConnectorException answered(SandboxResponse answer) {
        tenant.sandbox.failNext(1, "GET", "/API/assets/", Fault.reply(answer));
        return catchThrowableOfType(
                ConnectorException.class, () -> tenant.client().assets().get("a-1", false));
    }

    private static Trace trace(ConnectorException failure) {
        return failure.error().trace();
    }

    @Test
    void putsTheTextsOfAListTogether() {
        Trace said = trace(answered(SandboxResponse.json(400, Map.of("errors", List.of("Too long", "Too late")))));
        assertThat(said.message()).isEqualTo("Too long, Too late");
        assertThat(said.vendorCode()).isNull();
    }

    @Test
    void takesTheFirstFieldThatItComplainsAboutForACode() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("title", List.of("Missing data", "Not a text"));
        fields.put("external_id", "Too long");
        Trace said = trace(answered(SandboxResponse.json(400, Map.of("errors", fields))));
        assertThat(said.message()).isEqualTo("title: Missing data, Not a text; external_id: Too long");
        assertThat(said.vendorCode()).isEqualTo("title");
    }

    @Test
    void takesTheTextWhereThereIsNoJsonAndNothingWhereErrorsAreEmpty() {
        assertThat(trace(answered(SandboxResponse.text(400, "text/plain", "Bad gateway somewhere")))
                        .message())
                .isEqualTo("Bad gateway somewhere");
        ConnectorException empty = answered(SandboxResponse.json(400, Map.of("errors", List.of())));
        assertThat(empty.kind()).isEqualTo(ErrorKind.REJECTED);
        assertThat(trace(empty).vendorCode()).isNull();
    }

    @Test
    void takesErrorsInPlaceOfHitsForARefusalThoughTheStatusIsFine() {
        tenant.sandbox.failNext(
                1,
                "POST",
                "/API/search/",
                Fault.reply(SandboxResponse.json(Map.of("errors", List.of("The query cannot be parsed")))));
        ConnectorException failure = catchThrowableOfType(
                ConnectorException.class,
                () -> tenant.client()
                        .search()
                        .find(SearchQuery.ASSETS, WireAsset.class)
                        .iterator()
                        .next());
        assertThat(failure.kind()).isEqualTo(ErrorKind.REJECTED);
        assertThat(trace(failure).message()).isEqualTo("The query cannot be parsed");
    }

    @Test
    void goesOnWithHitsBesideErrors() {
        Map<String, Object> hit = Map.of("id", "a-1", "title", "Film", "_sort", List.of("a-1"));
        tenant.sandbox.failNext(
                1,
                "POST",
                "/API/search/",
                Fault.reply(
                        SandboxResponse.json(Map.of("errors", List.of("a shard failed"), "objects", List.of(hit)))));
        assertThat(tenant.client()
                        .search()
                        .find(SearchQuery.ASSETS, WireAsset.class)
                        .iterator()
                        .next()
                        .title())
                .isEqualTo("Film");
    }

    @ParameterizedTest
    @CsvSource({"400,REJECTED", "401,UNAUTHENTICATED", "403,FORBIDDEN", "404,NOT_FOUND", "409,CONFLICT", "422,REJECTED"
    })
    void tellsKindsByStatus(int status, ErrorKind kind) {
        SandboxResponse answer = SandboxResponse.json(status, Map.of("errors", List.of("no")));
        tenant.sandbox.failNext(1, "GET", "/API/assets/", Fault.reply(answer));
        assertThat(answered(answer).kind()).isEqualTo(kind);
    }
}
