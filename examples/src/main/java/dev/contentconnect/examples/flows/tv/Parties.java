package dev.contentconnect.examples.flows.tv;

import dev.contentconnect.core.model.CaseEvent;
import java.util.Optional;

/** Says which partner something that happened in the network concerns: a vendor keeps that in a form of its own. */
public interface Parties {

    /**
     * The partner on the other side of what happened.
     *
     * @param event as the network's feed told it
     * @return the id of the partner, as recipients are called in the library; nothing where it is not known
     */
    Optional<String> partner(CaseEvent event);
}
