package dev.contentconnect.core.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.contentconnect.core.model.Actor;
import java.time.Duration;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommentMarkTest {
    private static final Actor ANN = new Actor("ann@example.org", "Ann Lee", null);

    @Test
    void endsWithALineThatPeopleCanRead() {
        assertThat(CommentMark.write("Too dark", "k", ANN))
                .matches("Too dark\n\n\\[ref [0-9a-f]{16}, by Ann Lee <ann@example\\.org>\\]");
        assertThat(CommentMark.write("Too dark", "k", null)).startsWith("Too dark\n\n" + CommentMark.begin("k") + "]");
    }

    @Property
    void bringsHomeWhatWasSaidWordForWord(
            @ForAll String text, @ForAll String key, @ForAll("authors") @Nullable Actor author) {
        CommentMark mark = CommentMark.read(CommentMark.write(text, key, author));
        assertThat(mark.text()).isEqualTo(text);
        assertThat(mark.author()).isEqualTo(author);
        assertThat(mark.isUnder(key)).isTrue();
        assertThat(mark.isUnder(key + "x")).isFalse();
    }

    @Property
    void readsWhateverStrangersWrite(@ForAll String text) {
        assertThat(CommentMark.read(text)).isEqualTo(new CommentMark(text, null, null));
    }

    @Property
    void bearsAnyName(@ForAll String id, @ForAll String name) {
        Actor odd = new Actor("x" + id, name, null);
        CommentMark mark = CommentMark.read(CommentMark.write("said", "k", odd));
        assertThat(mark.text()).isEqualTo("said");
        assertThat(mark.isUnder("k")).isTrue();
        assertThat(mark.author()).isNotNull();
    }

    @Test
    void readsTheLastLineBehindAnotherOne() {
        String inner = CommentMark.write("said", "k-1", ANN);
        CommentMark outer = CommentMark.read(CommentMark.write(inner, "k-2", Actor.of("berta")));
        assertThat(outer.text()).isEqualTo(inner);
        assertThat(outer.author()).isEqualTo(Actor.of("berta"));
        assertThat(outer.isUnder("k-1")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "\n", "<", "[ref ", "\n\n[ref 0123456789abcdef", "[ref 0123456789abcdef, by "})
    void readsLongCommentsOfStrangersAtOnce(String part) {
        String text = "x" + part.repeat(65_000 / part.length()) + "y";
        CommentMark mark = assertTimeoutPreemptively(Duration.ofSeconds(2), () -> CommentMark.read(text));
        assertThat(mark.text()).isEqualTo(text);
    }

    @Provide
    Arbitrary<@Nullable Actor> authors() {
        Arbitrary<String> words = Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(8);
        return Combinators.combine(words, words.injectNull(0.5))
                .as((id, name) -> new Actor(id, name, null))
                .injectNull(0.3);
    }
}
