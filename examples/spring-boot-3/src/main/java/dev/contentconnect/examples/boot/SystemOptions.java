package dev.contentconnect.examples.boot;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The options of the systems, under the names of the connectors' READMEs.
 *
 * @param iconik those of iconik
 */
@ConfigurationProperties("contentconnect")
public record SystemOptions(Map<String, String> iconik) {

    /** Names only: values may be secrets. */
    @Override
    public String toString() {
        return "SystemOptions[iconik=" + iconik.keySet() + "]";
    }
}
