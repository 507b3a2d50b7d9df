package dev.contentconnect.bench;

import dev.contentconnect.aprimo.AprimoConfig;
import dev.contentconnect.aprimo.AprimoConnector;
import dev.contentconnect.core.config.Secret;
import dev.contentconnect.core.http.RateGate;
import dev.contentconnect.core.spi.Content;
import dev.contentconnect.core.time.TimeSource;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/** Sends a large file to Aprimo in segments. */
interface UploadContender {
    /** As large as the segments that clients are known to send. */
    int SEGMENT = 20_000_000;

    /** Sends it all and gives what the service gave for it. */
    String send(Content content) throws IOException;

    /** Those that are compared. */
    enum Name {
        CONNECTOR("connector-aprimo"),
        BARE("bare loop");

        private final String label;

        Name(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }

        UploadContender open(URI server) {
            return this == BARE ? new Bare(server) : connector(server);
        }
    }

    /** The connector as a host would use it, but that its gate never waits: the quota would decide and nothing else. */
    private static UploadContender connector(URI server) {
        @SuppressWarnings("resource") // lives as long as the process
        AprimoConnector aprimo = AprimoConnector.create(AprimoConfig.builder()
                .endpoint(server)
                .loginEndpoint(server)
                .clientId("reg-1")
                .clientSecret(Secret.of("loopback only"))
                .segmentBytes(SEGMENT)
                .rateGate(new RateGate(100_000, 100_000, TimeSource.system()))
                .build());
        return content -> aprimo.client().uploads().send(content);
    }

    /** The JDK's client by hand: the same requests, one after the other; it repeats nothing and asks for no token. */
    record Bare(HttpClient http, URI server) implements UploadContender {
        private static final String BOUNDARY = "bare-loop-0123456789";

        Bare(URI server) {
            this(HttpClient.newHttpClient(), server);
        }

        @Override
        public String send(Content content) throws IOException {
            String uri =
                    member(post("/uploads/segments", json("{\"filename\":\"film.mov\"}"), "application/json"), "uri");
            byte[] head = ("--" + BOUNDARY
                            + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"film.mov\"\r\n"
                            + "Content-Type: application/octet-stream\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII);
            byte[] tail = ("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.US_ASCII);
            int count = 0;
            try (InputStream in = content.open()) {
                for (byte[] segment = in.readNBytes(SEGMENT); segment.length > 0; segment = in.readNBytes(SEGMENT)) {
                    BodyPublisher body = BodyPublishers.concat(
                            BodyPublishers.ofByteArray(head),
                            BodyPublishers.ofByteArray(segment),
                            BodyPublishers.ofByteArray(tail));
                    post(uri + "?index=" + count, body, "multipart/form-data; boundary=" + BOUNDARY);
                    count++;
                }
            }
            String body = "{\"filename\":\"film.mov\",\"segmentcount\":\"" + count + "\"}";
            return member(post(uri + "/commit", json(body), "application/json"), "token");
        }

        private static BodyPublisher json(String text) {
            return BodyPublishers.ofString(text);
        }

        private String post(String path, BodyPublisher body, String type) throws IOException {
            HttpRequest request = HttpRequest.newBuilder(URI.create(server + path))
                    .header("Content-Type", type)
                    .POST(body)
                    .build();
            try {
                HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
                if (answer.statusCode() >= 300) {
                    throw new IOException("status " + answer.statusCode());
                }
                return answer.body();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException(e);
            }
        }

        private static String member(String json, String name) {
            String before = "\"" + name + "\":\"";
            int from = json.indexOf(before) + before.length();
            return json.substring(from, json.indexOf('"', from));
        }
    }
}
