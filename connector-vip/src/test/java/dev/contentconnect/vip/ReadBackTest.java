package dev.contentconnect.vip;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ReadBackTest {
    private static List<String> dropped(@Nullable Object sent, @Nullable Object stored) {
        Map<String, @Nullable Object> before = new HashMap<>();
        before.put("territories", sent);
        Map<String, @Nullable Object> after = new HashMap<>();
        after.put("territories", stored);
        return ReadBack.meta(before, after);
    }

    static Stream<Arguments> different() {
        List<String> sent = List.of("DE", "AT");
        return Stream.of(
                Arguments.of(sent, List.of("DE")),
                Arguments.of(sent, List.of("DE", "AT", "CH")),
                Arguments.of(sent, List.of("AT", "DE")),
                Arguments.of(sent, List.of()),
                Arguments.of(sent, "DE"),
                Arguments.of(sent, "DE,AT"),
                Arguments.of(sent, null),
                Arguments.of(List.of(), List.of("DE")),
                Arguments.of(List.of(7L, 8L), List.of(7)),
                Arguments.of("cleared", ""),
                Arguments.of("cleared", null),
                Arguments.of(2, 0),
                Arguments.of(2, null));
    }

    @ParameterizedTest
    @MethodSource("different")
    void namesAFieldThatTheServerHasOtherwise(Object sent, @Nullable Object stored) {
        assertThat(dropped(sent, stored)).containsExactly("territories");
    }

    static Stream<Arguments> same() {
        return Stream.of(
                Arguments.of(List.of("DE", "AT"), List.of("DE", "AT")),
                Arguments.of(List.of(), List.of()),
                Arguments.of(List.of(7L, 8L), List.of(7, 8)),
                Arguments.of(List.of(7L), List.of("7")),
                Arguments.of("A & B", "A &amp; B"),
                Arguments.of(" A ", "A"),
                Arguments.of("", null),
                Arguments.of(2, "2"),
                Arguments.of(null, ""),
                Arguments.of(null, 0));
    }

    @ParameterizedTest
    @MethodSource("same")
    void findsNothingWhereTheServerOnlyWritesItInItsOwnWay(@Nullable Object sent, @Nullable Object stored) {
        assertThat(dropped(sent, stored)).isEmpty();
    }

    /** WordPress takes a word for a list of one: what was in the list before, and is gone, nobody can see afterwards. */
    @Test
    void cannotTellAWordFromAListOfOne() {
        assertThat(dropped(List.of("DE"), "DE")).isEmpty();
    }

    @Test
    void namesTaxonomiesOfWhichATermIsMissingOrTooMany() {
        Map<String, List<Long>> sent = Map.of("regions", List.of(1L, 2L));
        assertThat(ReadBack.terms(sent, base -> List.of(2L, 1L))).isEmpty();
        assertThat(ReadBack.terms(sent, base -> List.of(1L))).containsExactly("regions");
        assertThat(ReadBack.terms(sent, base -> List.of(1L, 2L, 3L))).containsExactly("regions");
        assertThat(ReadBack.terms(sent, base -> List.of())).containsExactly("regions");
    }
}
