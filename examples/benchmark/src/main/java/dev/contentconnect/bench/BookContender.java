package dev.contentconnect.bench;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.contentconnect.vip.VipConfig;
import dev.contentconnect.vip.VipConnector;
import dev.contentconnect.vip.wire.WireProduct;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Reads the product book of one distributor. */
interface BookContender {
    String DISTRIBUTOR = "00123";

    /** Hands out each product, in the order of the book. */
    void products(Consumer<WireProduct> each) throws IOException;

    /** Those that are compared. */
    enum Name {
        CONNECTOR("connector-vip"),
        BARE("code by hand");

        private final String label;

        Name(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }

        BookContender open(URI server) {
            return this == BARE ? new Bare(HttpClient.newHttpClient(), server) : connector(server);
        }
    }

    private static BookContender connector(URI server) {
        @SuppressWarnings("resource") // lives as long as the process
        VipConnector vip = VipConnector.create(VipConfig.vtinfo()
                .endpoint(URI.create(server + "/bbs/v1"))
                .distributors(DISTRIBUTOR)
                .build());
        return each -> {
            try (Stream<WireProduct> products = vip.vtinfo().products(DISTRIBUTOR)) {
                products.forEach(each);
            }
        };
    }

    /** The JDK's client, and a parser that reads while the book comes. It believes whatever is called {@code data}. */
    record Bare(HttpClient http, URI server) implements BookContender {
        private static final ObjectMapper MAPPER = JsonMapper.builder()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();

        @Override
        public void products(Consumer<WireProduct> each) throws IOException {
            HttpRequest request = HttpRequest.newBuilder(
                            URI.create(server + "/bbs/v1/distributor/" + DISTRIBUTOR + "/products"))
                    .build();
            try {
                HttpResponse<InputStream> answer = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
                if (answer.statusCode() != 200) {
                    throw new IOException("status " + answer.statusCode());
                }
                read(answer.body(), each);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException(e);
            }
        }

        private static void read(InputStream body, Consumer<WireProduct> each) throws IOException {
            try (JsonParser json = MAPPER.createParser(body)) {
                JsonToken token = json.nextToken();
                while (token != null && !(token == JsonToken.START_ARRAY && "data".equals(json.currentName()))) {
                    token = json.nextToken();
                }
                while (json.nextToken() == JsonToken.START_OBJECT) {
                    each.accept(MAPPER.readValue(json, WireProduct.class));
                }
            }
        }
    }
}
