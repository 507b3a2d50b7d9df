package dev.contentconnect.vip.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.contentconnect.core.json.Json;
import dev.contentconnect.core.model.Actor;
import dev.contentconnect.core.model.Comment;
import dev.contentconnect.vip.wire.WireComment;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommentMapperTest {
    private static Comment comment(String html) {
        return CommentMapper.toComment(
                        Json.convert(Map.of("id", 1, "post", 2, "content", Map.of("raw", html)), WireComment.class))
                .get();
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "\n", "<", "[ref ", "</p> ", "&", "[ref 0123456789abcdef, by "})
    void readsLongCommentsOfStrangersAtOnce(String part) {
        String text = "x" + part.repeat(65_000 / part.length()) + "y";
        assertTimeoutPreemptively(
                Duration.ofSeconds(2), () -> assertThat(comment(text)).isNotNull());
    }

    @Test
    void findsItsOwnLastLineBehindAnotherOne() {
        String inner = CommentMapper.message("said", "k-1", Actor.of("anna"));
        String outer = CommentMapper.message(PlainText.shown(inner), "k-2", Actor.of("berta"));
        Comment read = comment(outer);
        assertThat(read.text()).isEqualTo(PlainText.shown(inner));
        assertThat(read.author()).isEqualTo(Actor.of("berta"));
    }
}
