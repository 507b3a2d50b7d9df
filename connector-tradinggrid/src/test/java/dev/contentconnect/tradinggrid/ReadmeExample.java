package dev.contentconnect.tradinggrid;

import dev.contentconnect.core.config.Secret;
import dev.contentconnect.core.model.Delivery;
import dev.contentconnect.core.model.Partner;
import dev.contentconnect.core.model.Segment;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.Notice;
import dev.contentconnect.core.spi.PartnerDesk;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** The example of the README; it runs in {@link ReadmeTest}. */
final class ReadmeExample {
    private ReadmeExample() {}

    static List<Delivery> run(URI endpoint, String key, Secret secret, String company, URI messages, Secret password) {
        // example
        TradingGridConfig config = TradingGridConfig.builder()
                .endpoint(endpoint)
                .consumerKey(key)
                .consumerSecret(secret)
                .companyId(company)
                .audiences(Map.of(Segment.region("Italy"), List.of("Verona Vittles")))
                .messagingEndpoint(messages)
                .messagingUser("acme/messages")
                .messagingPassword(password)
                .build();
        try (TradingGridConnector grid = TradingGridConnector.create(config)) {
            PartnerDesk desk = grid.require(PartnerDesk.class);
            List<SourceRef> partners = desk.partners(List.of(Segment.region("Italy"))).stream()
                    .filter(Partner::active)
                    .map(Partner::ref)
                    .toList();
            return desk.notify(
                    partners,
                    new Notice("poster 7, v2", "New poster", "Please replace v1.", List.of(), Map.of("version", "2")));
        }
        // end
    }
}
