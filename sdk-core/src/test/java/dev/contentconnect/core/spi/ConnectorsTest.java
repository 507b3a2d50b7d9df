package dev.contentconnect.core.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConnectorsTest {
    private final ClassLoader before = Thread.currentThread().getContextClassLoader();

    @AfterEach
    void restore() {
        Thread.currentThread().setContextClassLoader(before);
    }

    @Test
    void findsWhatIsOnTheClassPath() {
        assertThat(Connectors.discover().systems()).containsExactly("reference");
    }

    @Test
    void findsThemOnAThreadThatSeesNoApplication() {
        Thread.currentThread().setContextClassLoader(ClassLoader.getPlatformClassLoader());
        assertThat(Connectors.discover().systems()).containsExactly("reference");
    }

    @Test
    void namesThoseThereAreWhereOneIsMissing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Connectors.discover().open("iconic", Map.of()))
                .withMessage("no connector for \"iconic\" on the class path; there are [reference]");
    }
}
