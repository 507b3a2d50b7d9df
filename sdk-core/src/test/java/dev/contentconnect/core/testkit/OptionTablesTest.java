package dev.contentconnect.core.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.spi.ConnectorConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class OptionTablesTest {
    @Test
    void readsNamesFromTheFirstColumnOfTablesOfOptions() {
        OptionTables tables = OptionTables.of("""
                | field | meaning |
                | --- | --- |
                | `notAnOption` | text |

                | option | default | meaning |
                | --- | --- | --- |
                | `one` or `two` | `three` | a bar \\| within |
                | `outcomes.{key}` | none | text |

                | `afterTheTable` | |
                """);
        assertThat(tables.names()).containsExactlyInAnyOrder("one", "two", "outcomes");
    }

    @Test
    void thePageOfSharedOptionsListsWhatTheBuilderTakes() throws IOException {
        Set<String> taken = new TreeSet<>(OptionTables.byName(ConnectorConfigBuilder.class));
        taken.add("maxAttempts");
        assertThat(OptionTables.of(Files.readString(Path.of("../docs/options.md")))
                        .names())
                .containsExactlyInAnyOrderElementsOf(taken);
    }
}
