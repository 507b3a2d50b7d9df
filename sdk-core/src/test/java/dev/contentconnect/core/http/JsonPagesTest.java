package dev.contentconnect.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.json.JsonPaging;
import dev.contentconnect.core.json.JsonPointer;
import dev.contentconnect.core.page.Cursor;
import dev.contentconnect.core.testkit.Sandbox;
import dev.contentconnect.core.testkit.SandboxRequest;
import dev.contentconnect.core.testkit.SandboxResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonPagesTest {
    private static final List<Integer> ALL = List.of(1, 2, 3, 4, 5);

    /** Five numbers, in each of the ways. */
    private static final class Numbers extends Sandbox {
        private String link = "?tag=x&from=";

        Numbers() {
            route("GET", "/numbers", this::numbers);
        }

        private SandboxResponse numbers(SandboxRequest request) {
            int from = request.query("from").map(Integer::parseInt).orElseGet(() -> (request.query("page", 1) - 1) * 2);
            int to = Math.min(from + 2, ALL.size());
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("total", ALL.size());
            answer.put("found", Map.of("items", from < to ? ALL.subList(from, to) : List.of()));
            if (to < ALL.size()) {
                answer.put("next", to);
                answer.put("link", link + to);
            }
            return SandboxResponse.json(answer);
        }
    }

    private final Numbers numbers = new Numbers();
    private final HttpChannel channel = HttpChannel.builder("dam").build();

    @AfterEach
    void close() {
        channel.close();
        numbers.close();
    }

    private static JsonPaging paging(JsonPaging.Kind kind) {
        return switch (kind) {
            case NONE -> JsonPaging.none();
            case PAGE -> JsonPaging.byPage("page", 1);
            case OFFSET -> JsonPaging.byOffset("from");
            case NEXT_LINK -> JsonPaging.byNextLink("/link");
            case CURSOR -> JsonPaging.byCursor("/next", "from");
        };
    }

    private List<Object> read(JsonPaging paging) {
        JsonPages pages = new JsonPages(channel, numbers.endpoint(), paging, JsonPointer.of("/found/items"));
        List<Object> out = new ArrayList<>();
        Cursor at = null;
        do {
            JsonPages.Fetched page = pages.fetch("numbers.list", "/numbers", Map.of("tag", "x"), at, 2);
            out.addAll(page.items());
            at = page.next();
        } while (at != null && out.size() < 20);
        return out;
    }

    @ParameterizedTest
    @EnumSource(names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void giveEachItemOnceAndAskForTheSameEachTime(JsonPaging.Kind kind) {
        assertThat(read(paging(kind))).isEqualTo(ALL);
        assertThat(numbers.requests())
                .allSatisfy(request -> assertThat(request.query().get("tag")).containsExactly("x"));
    }

    @ParameterizedTest
    @EnumSource(names = {"PAGE", "OFFSET"})
    void askNoFurtherThanTheTotalWhereItIsKnown(JsonPaging.Kind kind) {
        assertThat(read(paging(kind).withTotal("/total"))).isEqualTo(ALL);
        assertThat(numbers.requests()).hasSize(3);
        assertThat(read(paging(kind))).isEqualTo(ALL);
        assertThat(numbers.requests()).as("an empty page is the end otherwise").hasSize(3 + 4);
    }

    @Test
    void areOneWhereThereIsNoWayToTheNext() {
        assertThat(read(JsonPaging.none())).isEqualTo(ALL.subList(0, 2));
    }

    @Test
    void endWhereTheSystemPassesTheNumberOver() {
        ConnectorException failure =
                catchThrowableOfType(ConnectorException.class, () -> read(JsonPaging.byPage("nothing", 1)));
        assertThat(failure.kind()).isEqualTo(ErrorKind.UNDECODABLE);
        assertThat(failure).hasMessageContaining("circle");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://elsewhere.example/numbers?from=", "//elsewhere.example/?from="})
    void neverLeadToAnotherHost(String link) {
        numbers.link = link;
        ConnectorException failure =
                catchThrowableOfType(ConnectorException.class, () -> read(paging(JsonPaging.Kind.NEXT_LINK)));
        assertThat(failure.kind()).isEqualTo(ErrorKind.UNDECODABLE);
        assertThat(failure).message().doesNotContain("elsewhere");
    }

    @ParameterizedTest
    @ValueSource(strings = {"link:https://elsewhere.example/numbers", "link:%zz:", "link:mailto:x", "text:3", "3"})
    void refuseACursorOfAnotherList(String cursor) {
        JsonPages pages = new JsonPages(
                channel, numbers.endpoint(), paging(JsonPaging.Kind.NEXT_LINK), JsonPointer.of("/found/items"));
        ConnectorException failure = catchThrowableOfType(
                ConnectorException.class,
                () -> pages.fetch("numbers.list", "/numbers", Map.of(), Cursor.of(cursor), 2));
        assertThat(failure.kind()).isEqualTo(ErrorKind.REJECTED);
        assertThat(numbers.requests()).isEmpty();
    }

    @Test
    void sayWhatAWayLacks() {
        assertThat(new JsonPaging(JsonPaging.Kind.CURSOR, null, 0, null, null, null).lacks())
                .containsExactly("parameter", "next");
        assertThat(JsonPaging.byCursor("/next", "from").lacks()).isEmpty();
    }
}
