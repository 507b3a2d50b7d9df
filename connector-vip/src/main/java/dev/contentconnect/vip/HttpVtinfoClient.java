package dev.contentconnect.vip;

import dev.contentconnect.core.error.MappingIssue;
import dev.contentconnect.core.http.HttpCall;
import dev.contentconnect.core.http.HttpChannel;
import dev.contentconnect.core.http.JsonItems;
import dev.contentconnect.core.http.RequestUri;
import dev.contentconnect.core.json.Json;
import dev.contentconnect.core.json.JsonException;
import dev.contentconnect.vip.api.VtinfoBrand;
import dev.contentconnect.vip.map.VtinfoRef;
import dev.contentconnect.vip.wire.WireDistributor;
import dev.contentconnect.vip.wire.WireProduct;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** {@link VtinfoClient} over HTTP: one short method for each endpoint. */
final class HttpVtinfoClient implements VtinfoClient {
    private final VtinfoConfig config;
    private final HttpChannel channel;
    private final Turns turns;
    private final VtinfoFiles files;

    HttpVtinfoClient(VtinfoConfig config) {
        this.config = config;
        this.channel = config.options()
                .channel(VipConnector.SYSTEM, new VtinfoErrors(), null, null)
                .build();
        this.turns = new Turns(config.callsAtOnce(), config.options().http().callTimeout());
        this.files = new VtinfoFiles(config);
    }

    @Override
    public WireDistributor info(String sourceCode) {
        return read(call(VtinfoErrors.INFO, sourceCode, "info"), data -> Json.convert(data, WireDistributor.class));
    }

    @Override
    public List<VtinfoBrand> brands(String sourceCode, Consumer<MappingIssue> issues) {
        return read(call("brands.list", sourceCode, "brands"), data -> VtinfoBrands.read(data, issues));
    }

    @Override
    public Stream<WireProduct> products(String sourceCode, Consumer<MappingIssue> issues) {
        HttpCall call = call("products.list", sourceCode, "products");
        Turns.Turn turn = turns.take(call.operation());
        boolean opened = false;
        try {
            JsonItems<WireProduct> items = channel.readItems(call, "/data", WireProduct.class, issues);
            opened = true;
            Iterator<WireProduct> turned = new TurnedIterator<>(items, turn);
            return StreamSupport.stream(
                            Spliterators.spliteratorUnknownSize(turned, Spliterator.ORDERED | Spliterator.NONNULL),
                            false)
                    .onClose(items::close)
                    .onClose(turn::end);
        } finally {
            if (!opened) {
                turn.end();
            }
        }
    }

    @Override
    public VtinfoFile open(String address) {
        return files.open(address);
    }

    @Override
    public VtinfoDownload download(String address, Path target) throws IOException {
        return files.download(address, target);
    }

    @Override
    public void close() {
        channel.close();
        files.close();
    }

    private HttpCall call(String operation, String sourceCode, String leaf) {
        if (!VtinfoRef.isSourceCode(sourceCode)) {
            throw new IllegalArgumentException("not the code of a distributor: " + sourceCode);
        }
        return HttpCall.get(
                        operation,
                        RequestUri.of(config.options().endpoint())
                                .path("distributor", sourceCode, leaf)
                                .build())
                .header("Accept", "application/json")
                .build();
    }

    private <T> T read(HttpCall call, Function<Object, T> data) {
        return turns.during(
                call.operation(), () -> channel.decode(call, channel.send(call), body -> data.apply(data(body))));
    }

    /** Gives the turn back at the end, also for those who forget to close a stream they have read. */
    private record TurnedIterator<T>(Iterator<T> items, Turns.Turn turn) implements Iterator<T> {
        @Override
        public boolean hasNext() {
            boolean more = false;
            try {
                more = items.hasNext();
                return more;
            } finally {
                if (!more) {
                    turn.end();
                }
            }
        }

        @Override
        public T next() {
            return items.next();
        }
    }

    private static Object data(byte[] body) {
        Object plain = Json.decodePlain(body);
        Object data = plain instanceof Map<?, ?> envelope ? envelope.get("data") : null;
        if (data == null) {
            throw new JsonException("no data in the answer");
        }
        return data;
    }
}
