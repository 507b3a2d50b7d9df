package dev.contentconnect.tradinggrid;

import dev.contentconnect.tradinggrid.api.Community;
import dev.contentconnect.tradinggrid.api.CrossReferences;
import dev.contentconnect.tradinggrid.api.Lens;
import dev.contentconnect.tradinggrid.api.Maps;
import dev.contentconnect.tradinggrid.api.Messages;

/** The client over HTTP. */
final class HttpTradingGridClient implements TradingGridClient {
    private final TradingGridHttp http;
    private final Lens lens;

    HttpTradingGridClient(TradingGridConfig config) {
        this.http = new TradingGridHttp(config);
        this.lens = new HttpLens(http);
    }

    @Override
    public Community community() {
        return new HttpCommunity(http);
    }

    @Override
    public Lens lens() {
        return lens;
    }

    @Override
    public Maps maps() {
        return new HttpMaps(http);
    }

    @Override
    public CrossReferences crossReferences() {
        return new HttpCrossReferences(http);
    }

    @Override
    public Messages messages() {
        TradingGridConfig.Messaging messaging = http.config().messaging();
        if (messaging == null) {
            throw new IllegalStateException("no messagingEndpoint is configured");
        }
        return new HttpMessages(http, messaging);
    }

    @Override
    public void close() {
        http.close();
    }
}
