package dev.contentconnect.examples.host;

import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.examples.flows.tv.Parties;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The other side of a document of Trading Grid: the receiver of what left us, the sender of what came in. Lens knows companies
 * by name and address, so the host says which partner that is where these are no ids of its directory.
 *
 * @param partners name or EDI address to the id of the partner; a name that is not there is the id
 */
public record TradingGridParties(Map<String, String> partners) implements Parties {
    private static final String SYSTEM = "tradinggrid";

    /** Makes it; the map is copied. */
    public TradingGridParties {
        partners = Map.copyOf(partners);
    }

    @Override
    public Optional<String> partner(CaseEvent event) {
        Map<String, @Nullable Object> members = event.extensions().get(SYSTEM);
        String side = "inbound".equals(members.get("direction")) ? "sender" : "receiver";
        for (String member : new String[] {side + "name", side + "address"}) {
            if (members.get(member) instanceof String text && !text.isBlank()) {
                return Optional.of(partners.getOrDefault(text, text));
            }
        }
        return Optional.empty();
    }
}
