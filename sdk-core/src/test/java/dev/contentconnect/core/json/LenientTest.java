package dev.contentconnect.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LenientTest {
    @Test
    void takesWhatIsMissingForNothing() {
        assertThat(Lenient.members(null)).isEmpty();
        assertThat(Lenient.list(null)).isEmpty();
        assertThat(Lenient.<String>list(Arrays.asList("a", null, "b"))).containsExactly("a", "b");
    }

    @Test
    void keepsItsOwnCopyInOrderWithNulls() {
        Map<String, @Nullable Object> given = new LinkedHashMap<>();
        given.put("z", 1);
        given.put("a", null);
        Map<String, @Nullable Object> kept = Lenient.members(given);
        given.clear();
        assertThat(kept).containsEntry("a", null).containsOnlyKeys("z", "a");
        assertThat(kept.keySet()).containsExactly("z", "a");
        assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> kept.remove("z"));
    }
}
