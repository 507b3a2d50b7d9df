package dev.contentconnect.core.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.config.Secret;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ShownTest {
    private static final Set<String> SECRETS = Set.of("hush-1", "hush-2");

    private record Holder(Object inside) {
        @Override
        public String toString() {
            return "Holder";
        }
    }

    private record Talker(String secret) {}

    @Test
    void tellsWhereASecretShowsAndNotTheSecret() {
        Shown shown = new Shown();
        shown.add("a quiet place", "nothing");
        shown.addFailure("a failure", new IllegalStateException("x", new IllegalArgumentException("with hush-1")));
        shown.add("the log", "hush-2, and hush-1");
        assertThat(shown.where(SECRETS)).containsExactly("a failure", "the log");
    }

    @Test
    void looksIntoWhatAnObjectHolds() {
        for (Object inside : List.of(
                new Talker("hush-1"), new Holder(new Talker("hush-2")), Map.of("x", List.of(new Talker("hush-1"))))) {
            Shown shown = new Shown();
            shown.addEverythingIn(new Holder(inside));
            assertThat(shown.where(SECRETS)).containsExactly("toString of " + Talker.class.getName());
        }
    }

    @Test
    void isContentWithWhatDoesNotShow() {
        Shown shown = new Shown();
        shown.addEverythingIn(new Holder(Secret.of("hush-1")));
        assertThat(shown.where(SECRETS)).isEmpty();
    }
}
