package dev.contentconnect.workflow.map;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.json.Json;
import dev.contentconnect.core.json.JsonException;
import dev.contentconnect.workflow.wire.WireComment;
import dev.contentconnect.workflow.wire.WireInstance;
import dev.contentconnect.workflow.wire.WireTask;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** Whatever decodes yields a value or an issue, and what is not known rides along. */
class MapperPropertyTest {
    private static final List<String> NAMES = List.of(
            "id",
            "name",
            "assignee",
            "delegationState",
            "priority",
            "dueDate",
            "createTime",
            "claimTime",
            "category",
            "processInstanceId",
            "startTime",
            "endTime",
            "deleteReason",
            "taskDefinitionKey",
            "businessKey",
            "suspended",
            "variables",
            "assignments",
            "comments",
            "message",
            "author",
            "time",
            "unknownMember");

    @Provide
    Arbitrary<Map<String, @Nullable Object>> wire() {
        Arbitrary<@Nullable Object> value = Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(12).map(text -> (Object) text),
                Arbitraries.of(
                        "2026-01-02T03:04:05.678+0000", "2026-01-02T03:04:05Z", "2026-02-30T00:00:00Z", "pending"),
                Arbitraries.integers().map(number -> (Object) number),
                Arbitraries.of(true, false),
                Arbitraries.just(null),
                Arbitraries.just(List.of(Map.of("name", "assetId", "value", Map.of("deep", List.of(1))))),
                Arbitraries.just(List.of(Map.of("type", "candidate"), Map.of("id", "c", "message", "hello"))));
        return Arbitraries.maps(Arbitraries.of(NAMES), value).ofMaxSize(16).map(LinkedHashMap::new);
    }

    @Property(tries = 500)
    void everyTaskYieldsAValueOrAnIssue(@ForAll("wire") Map<String, @Nullable Object> plain) {
        WireTask task = read(plain, WireTask.class);
        if (task != null) {
            var mapped = TaskMapper.toTask(task, null, "approved");
            assertThat(mapped.isRight() || !mapped.getLeft().problem().isBlank())
                    .isTrue();
            mapped.peek(value -> assertThat(value.extensions().get("workflow")).containsAllEntriesOf(task.rest()));
            ApprovalMapper.toApproval(task, null, null, "approved", Outcomes.usual(), null)
                    .peek(value ->
                            assertThat(value.extensions().get("workflow")).containsAllEntriesOf(task.rest()));
        }
    }

    @Property(tries = 500)
    void everyInstanceYieldsAValueOrAnIssue(@ForAll("wire") Map<String, @Nullable Object> plain) {
        WireInstance instance = read(plain, WireInstance.class);
        if (instance != null) {
            CaseMapper.toCase(instance, null, "dam")
                    .peek(value ->
                            assertThat(value.extensions().get("workflow")).containsAllEntriesOf(instance.rest()))
                    .peekLeft(issue -> assertThat(issue.path()).isNotBlank());
        }
    }

    @Property(tries = 300)
    void everyCommentYieldsAValueOrAnIssue(@ForAll("wire") Map<String, @Nullable Object> plain) {
        WireComment comment = read(plain, WireComment.class);
        if (comment != null) {
            CommentMapper.toComment(comment, "p")
                    .peek(value ->
                            assertThat(value.extensions().get("workflow")).containsAllEntriesOf(comment.rest()));
        }
    }

    @Property(tries = 300)
    void aCommentComesBackAsItWasSaid(@ForAll String text, @ForAll String key) {
        String sent = CommentMapper.message(text, key, dev.contentconnect.core.model.Actor.of("anna@example.com"));
        WireComment wire = new WireComment("c", "service", sent, null, null, null, null, Map.of());
        assertThat(CommentMapper.isUnder(wire, key)).isTrue();
        assertThat(CommentMapper.toComment(wire, "p").get().text()).isEqualTo(text);
        assertThat(CommentMapper.toComment(wire, "p").get().author().id()).isEqualTo("anna@example.com");
    }

    private static <T> @Nullable T read(Map<String, @Nullable Object> plain, Class<T> type) {
        try {
            return Json.decode(Json.encodeWithNulls(plain), type);
        } catch (JsonException notDecodable) {
            return null;
        }
    }
}
