package dev.contentconnect.examples.boot;

import dev.contentconnect.core.spi.AssetReader;
import dev.contentconnect.core.spi.Connector;
import dev.contentconnect.core.spi.Connectors;
import dev.contentconnect.core.spi.HostServices;
import dev.contentconnect.core.spi.WebhookReceiver;
import dev.contentconnect.examples.observability.ObservedCalls;
import io.micrometer.observation.ObservationRegistry;
import java.util.Locale;
import org.springframework.boot.actuate.endpoint.SanitizingFunction;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Connectors are opened once, live as long as the application, and are closed with it. */
@Configuration(proxyBeanMethods = false)
class Systems {

    @Bean
    Connector iconik(SystemOptions options, ObservationRegistry observations) {
        HostServices host = HostServices.defaults().withListener(new ObservedCalls(observations));
        return Connectors.discover().open("iconik", options.iconik(), host);
    }

    @Bean
    AssetReader assetReader(Connector iconik) {
        return iconik.require(AssetReader.class);
    }

    @Bean
    WebhookReceiver webhookReceiver(Connector iconik) {
        return iconik.require(WebhookReceiver.class);
    }

    /** Where values are shown at all ({@code management.endpoint.env.show-values}), those of secrets are not. */
    @Bean
    SanitizingFunction noSecrets() {
        return data -> {
            String key = data.getKey().toLowerCase(Locale.ROOT);
            boolean secret = key.contains("secret") || key.contains("token") || key.contains("password");
            return secret ? data.withSanitizedValue() : data;
        };
    }
}
