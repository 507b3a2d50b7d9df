package dev.contentconnect.tradinggrid;

import dev.contentconnect.tradinggrid.api.Community;
import dev.contentconnect.tradinggrid.api.CrossReferences;
import dev.contentconnect.tradinggrid.api.Lens;
import dev.contentconnect.tradinggrid.api.Maps;
import dev.contentconnect.tradinggrid.api.Messages;

/**
 * Trading Grid in its own words. Every method of its parts is one or more requests, lists are lazy; safe for several threads.
 * Failures are {@link dev.contentconnect.core.error.ConnectorException}.
 */
public interface TradingGridClient extends AutoCloseable {
    /**
     * Connects. Never touches the network.
     *
     * @param config how to reach Trading Grid
     * @return a client; close it when done
     */
    static TradingGridClient create(TradingGridConfig config) {
        return new HttpTradingGridClient(config);
    }

    /**
     * Companies, users and roles.
     *
     * @return the calls
     */
    Community community();

    /**
     * Documents and files on their way.
     *
     * @return the calls
     */
    Lens lens();

    /**
     * Maps and remarks on them.
     *
     * @return the calls
     */
    Maps maps();

    /**
     * Cross-reference tables.
     *
     * @return the calls
     */
    CrossReferences crossReferences();

    /**
     * E-mail and SMS.
     *
     * @return the calls
     * @throws IllegalStateException when no host of OpenText Messaging is configured
     */
    Messages messages();

    @Override
    void close();
}
