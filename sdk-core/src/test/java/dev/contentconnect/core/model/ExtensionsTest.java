package dev.contentconnect.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExtensionsTest {
    @Test
    void copyDeeplyOnTheWayIn() {
        List<Object> inner = new ArrayList<>(List.of(1));
        Map<String, Object> middle = new HashMap<>(Map.of("list", inner));
        Map<String, Object> outer = new HashMap<>(Map.of("map", middle));

        Extensions extensions = Extensions.of("v", outer);
        inner.add(2);
        middle.put("more", 1);
        outer.put("more", 1);

        assertThat(extensions.get("v")).isEqualTo(Map.of("map", Map.of("list", List.of(1))));
    }

    @Test
    @SuppressWarnings("unchecked")
    void cannotBeChangedAtAnyDepth() {
        Extensions extensions = Extensions.of("v", Map.of("map", Map.of("list", List.of(1))));
        Map<String, Object> map = (Map<String, Object>) extensions.get("v").get("map");
        List<Object> list = (List<Object>) map.get("list");

        assertThatThrownBy(() -> extensions.get("v").put("x", 1)).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> extensions.asMap().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> map.put("x", 1)).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> list.add(1)).isInstanceOf(UnsupportedOperationException.class);
    }

    @ParameterizedTest
    @MethodSource("strangers")
    void refuseWhatIsNotPlain(Object value) {
        assertThatIllegalArgumentException().isThrownBy(() -> Extensions.of("v", Map.of("x", value)));
        assertThatIllegalArgumentException().isThrownBy(() -> Extensions.of("v", Map.of("x", List.of(value))));
    }

    static Stream<Object> strangers() {
        return Stream.of(
                Instant.EPOCH,
                new int[0],
                Set.of(1),
                'c',
                new Object(),
                Map.of(1, "a"),
                new AtomicInteger(1),
                Double.NaN,
                Float.NEGATIVE_INFINITY);
    }

    @Test
    void refuseNestingWithoutEnd() {
        List<Object> loop = new ArrayList<>();
        loop.add(loop);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Extensions.of("v", Map.of("x", loop)))
                .withMessageContaining("1000");
    }

    @Test
    void keepNullsAndExactNumbers() {
        Map<String, Object> members = new HashMap<>(Map.of("n", new BigDecimal("0.10")));
        members.put("cleared", null);

        assertThat(Extensions.of("v", members).get("v")).isEqualTo(members);
    }

    @Test
    void replaceAndRemoveOneVendorAtATime() {
        Extensions two = Extensions.of("a", Map.of("x", 1)).with("b", Map.of("y", 2));

        assertThat(two.with("a", Map.of("z", 3)).asMap()).isEqualTo(Map.of("a", Map.of("z", 3), "b", Map.of("y", 2)));
        assertThat(two.with("a", Map.of()).asMap()).containsOnlyKeys("b");
        assertThat(two.with("a", Map.of()).with("b", Map.of())).isSameAs(Extensions.none());
        assertThat(two.asMap()).containsOnlyKeys("a", "b");
        assertThat(Extensions.of("a", Map.of())).isEqualTo(Extensions.none());
        assertThat(two.get("nobody")).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> two.with(" ", Map.of("x", 1)));
    }

    @Test
    void areEqualByContentAndShowNamesOnly() {
        Extensions one = Extensions.of("v", Collections.singletonMap("email", "joe@example"));

        assertThat(one).isEqualTo(Extensions.of("v", Map.of("email", "joe@example")));
        assertThat(one).hasSameHashCodeAs(Extensions.of("v", Map.of("email", "joe@example")));
        assertThat(one.toString()).contains("v", "email").doesNotContain("joe");
    }
}
