package dev.contentconnect.examples.flows.wv;

import dev.contentconnect.core.error.ConnectorError;
import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.Trace;
import dev.contentconnect.core.model.Delivery;
import java.util.LinkedHashSet;
import java.util.Set;

/** Knows each parcel by its key, and hands over none twice. */
final class Postman implements Courier {
    final Set<String> rounds = new LinkedHashSet<>();
    boolean broken;
    boolean ill;

    @Override
    public boolean carries(Delivery delivery) {
        return delivery.recipient().startsWith("partner-");
    }

    @Override
    public void deliver(String key, Delivery delivery) {
        if (ill) {
            throw new ConnectorException(new ConnectorError.Unavailable(Trace.local("post", "deliver", "ill"), null));
        }
        rounds.add(key);
        if (broken) {
            throw new ConnectorException(new ConnectorError.Rejected(Trace.local("post", "deliver", "nobody at home")));
        }
    }
}
