package dev.contentconnect.core.http;

import dev.contentconnect.core.error.ConnectorError;
import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.internal.Threads;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** The last step: one request over the wire, redirects followed, the answer read. */
final class SendStep {
    private static final int MAX_REDIRECTS = 5;

    private final String system;
    private final HttpSettings settings;
    private final HttpClient light;
    private final HttpClient heavy;

    SendStep(String system, HttpSettings settings) {
        this.system = system;
        this.settings = settings;
        HttpClient own = settings.httpClient();
        this.light = own != null ? own : HttpClients.light(settings.connectTimeout());
        this.heavy = own != null ? own : HttpClients.heavy(settings.connectTimeout());
    }

    HttpReply send(HttpCall call) {
        HttpCall current = call;
        for (int redirects = 0; ; redirects++) {
            HttpReply reply = exchange(current);
            Optional<HttpCall> next = Redirects.follow(current, reply);
            if (next.isEmpty()) {
                return reply;
            }
            reply.close();
            if (redirects == MAX_REDIRECTS) {
                throw new ConnectorException(new ConnectorError.Undecodable(
                        Traces.of(system, current, reply).withVendor(null, "more than 5 redirects in a row")));
            }
            current = next.get();
        }
    }

    private HttpReply exchange(HttpCall call) {
        long remaining = call.deadline() == Long.MAX_VALUE
                ? settings.callTimeout().toNanos()
                : call.deadline() - System.nanoTime();
        Progress progress = new Progress(call, Math.max(1, remaining));
        HttpBody body = call.body();
        HttpClient client = body == null || body instanceof HttpBody.Bytes ? light : heavy;
        try {
            HttpResponse<Object> response = client.send(request(call, progress.remainingNanos), progress);
            return reply(response);
        } catch (InterruptedException e) {
            throw Threads.interrupted(system, call.operation(), e);
        } catch (IOException e) {
            throw WireFailures.of(system, call, progress.status, e);
        }
    }

    private HttpRequest request(HttpCall call, long remainingNanos) {
        Duration wanted = call.requestTimeout() != null ? call.requestTimeout() : settings.requestTimeout();
        HttpRequest.Builder request = HttpRequest.newBuilder(call.uri())
                .timeout(Duration.ofNanos(Math.min(wanted.toNanos(), remainingNanos)))
                .setHeader("User-Agent", settings.userAgent());
        // Over clear text the JDK would try to upgrade each new connection to HTTP/2 and confuse older servers.
        if ("http".equalsIgnoreCase(call.uri().getScheme())) {
            request.version(HttpClient.Version.HTTP_1_1);
        }
        if (settings.gzip() && !call.isStreamed()) {
            request.setHeader("Accept-Encoding", "gzip");
        }
        HttpBody body = call.body();
        if (body == null) {
            request.method(call.method(), HttpRequest.BodyPublishers.noBody());
        } else {
            request.method(call.method(), BodyPublishing.of(body));
            request.setHeader("Content-Type", body.contentType());
        }
        call.headers().forEach(header -> request.setHeader(header.getKey(), header.getValue()));
        return request.build();
    }

    private HttpReply reply(HttpResponse<Object> response) throws IOException {
        URI uri = response.uri();
        HttpHeaders headers = response.headers();
        if (response.body() instanceof InputStream stream) {
            return HttpReply.streamed(uri, response.statusCode(), headers, stream);
        }
        byte[] wire = (byte[]) response.body();
        String encoding = headers.firstValue("Content-Encoding").orElse("").toLowerCase(Locale.ROOT);
        byte[] body = encoding.contains("gzip") && wire.length > 0 ? gunzip(wire) : wire;
        return HttpReply.of(uri, response.statusCode(), headers, body, wire.length);
    }

    private byte[] gunzip(byte[] wire) throws IOException {
        int cap = settings.maxResponseBytes();
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(wire))) {
            byte[] out = in.readNBytes(cap);
            if (in.read() >= 0) {
                throw new BodyTooLarge(cap);
            }
            return out;
        } catch (BodyTooLarge e) {
            throw e;
        } catch (IOException e) {
            throw new BodyCutOff(e);
        }
    }

    /** Chooses how the body is read once the status is known, and remembers that there was an answer. */
    private final class Progress implements HttpResponse.BodyHandler<Object> {
        private final HttpCall call;
        private final long remainingNanos;
        private volatile int status;

        Progress(HttpCall call, long remainingNanos) {
            this.call = call;
            this.remainingNanos = remainingNanos;
        }

        @Override
        @SuppressWarnings("unchecked") // a subscriber of anything is a subscriber of objects to those who only read
        public HttpResponse.BodySubscriber<Object> apply(HttpResponse.ResponseInfo info) {
            status = info.statusCode();
            HttpResponse.BodySubscriber<?> subscriber;
            if (call.isStreamed() && status >= 200 && status < 300) {
                subscriber = new WireStream(settings.bodyTimeout().toNanos());
            } else {
                long length = info.headers().firstValueAsLong("Content-Length").orElse(-1);
                long timeout = Math.min(settings.bodyTimeout().toNanos(), remainingNanos);
                subscriber = new CappedBody(length, settings.maxResponseBytes(), timeout);
            }
            return (HttpResponse.BodySubscriber<Object>) subscriber;
        }
    }
}
