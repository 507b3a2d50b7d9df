package dev.contentconnect.core.http;

import dev.contentconnect.core.error.ConnectorError;
import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.Delivery;
import dev.contentconnect.core.time.TimeSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** The last step: one request over the wire, redirects followed, the answer read. */
final class SendStep {
    private static final int MAX_REDIRECTS = 5;

    private final String system;
    private final HttpSettings settings;
    private final TimeSource time;
    private final HttpClient light;
    private final HttpClient heavy;

    SendStep(String system, HttpSettings settings, TimeSource time) {
        this.system = system;
        this.settings = settings;
        this.time = time;
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
        long left = call.deadline() == Long.MAX_VALUE
                ? settings.callTimeout().toNanos()
                : call.deadline() - time.nanoTime();
        if (left <= 0) {
            throw new ConnectorException(new ConnectorError.TimedOut(
                    Traces.of(system, call, Delivery.NOT_SENT, "no time was left to send it")));
        }
        Duration wanted = call.requestTimeout() != null ? call.requestTimeout() : settings.requestTimeout();
        boolean inMemory = call.body() == null || call.body() instanceof HttpBody.Bytes;
        // What moves is not cut short by the time of the call.
        Duration patience = inMemory ? Duration.ofNanos(Math.min(wanted.toNanos(), left)) : wanted;
        // However long an upload took, its answer has its time.
        Progress progress = new Progress(call, inMemory ? left : Long.MAX_VALUE);
        call.presented().add(call.proofs());
        try (BodyPublishing publishing = new BodyPublishing()) {
            HttpRequest.Builder draft = request(call, publishing);
            HttpRequest request = (inMemory ? draft.timeout(patience) : draft).build();
            try {
                HttpResponse<Object> response = inMemory
                        ? light.send(request, progress)
                        : Upload.send(heavy, request, progress, publishing, progress::isAnswered, patience);
                return reply(response, call.presented());
            } catch (IllegalArgumentException e) {
                // The request is valid, it was built: the JDK fails so on a Content-Length that is not a number.
                throw new ProtocolException("a header of the answer cannot be read");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ConnectorException(
                    new ConnectorError.Cancelled(Traces.of(system, call, Delivery.UNKNOWN, "interrupted")), e);
        } catch (IOException e) {
            throw WireFailures.of(system, call, progress.status, e);
        }
    }

    private HttpRequest.Builder request(HttpCall call, BodyPublishing publishing) {
        HttpRequest.Builder request = HttpRequest.newBuilder(call.uri()).setHeader("User-Agent", settings.userAgent());
        // Over clear text the JDK would try to upgrade each new connection to HTTP/2 and confuse older servers.
        if ("http".equalsIgnoreCase(call.uri().getScheme())) {
            request.version(HttpClient.Version.HTTP_1_1);
        }
        if (call.isStreamed()) {
            // Saying nothing would allow any encoding, and a file must arrive as it is.
            request.setHeader("Accept-Encoding", "identity");
        } else if (settings.gzip()) {
            request.setHeader("Accept-Encoding", "gzip");
        }
        HttpBody body = call.body();
        if (body == null) {
            request.method(call.method(), HttpRequest.BodyPublishers.noBody());
        } else {
            request.method(call.method(), publishing.of(body));
            request.setHeader("Content-Type", body.contentType());
        }
        call.headers().forEach(header -> request.setHeader(header.getKey(), header.getValue()));
        return request;
    }

    private HttpReply reply(HttpResponse<Object> response, Presented presented) throws IOException {
        URI uri = response.uri();
        HttpHeaders headers = response.headers();
        if (response.body() instanceof InputStream stream) {
            InputStream plain = HttpReply.isPacked(headers) ? new Unpacked(stream) : stream;
            return HttpReply.streamed(uri, response.statusCode(), headers, plain, presented);
        }
        // The JDK has no body at all for what a proxy answers to CONNECT.
        byte[] wire = response.body() instanceof byte[] bytes ? bytes : new byte[0];
        byte[] body = HttpReply.isPacked(headers) && wire.length > 0 ? gunzip(wire) : wire;
        return HttpReply.of(uri, response.statusCode(), headers, body, wire.length, presented);
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
        private final long left;
        private final long start = System.nanoTime();
        private volatile int status;

        Progress(HttpCall call, long left) {
            this.call = call;
            this.left = left;
        }

        boolean isAnswered() {
            return status > 0;
        }

        @Override
        @SuppressWarnings("unchecked") // a subscriber of anything is a subscriber of objects to those who only read
        public HttpResponse.BodySubscriber<Object> apply(HttpResponse.ResponseInfo info) {
            status = info.statusCode();
            HttpResponse.BodySubscriber<?> subscriber;
            if (call.isStreamed() && status >= 200 && status < 300) {
                subscriber = new WireStream(settings.bodyTimeout().toNanos());
            } else {
                // What answers HEAD announces the length of a body that does not come.
                boolean none = call.method().equals("HEAD") || status == 304;
                long length = none
                        ? 0
                        : info.headers().firstValueAsLong("Content-Length").orElse(-1);
                long timeout = Math.min(settings.bodyTimeout().toNanos(), left - (System.nanoTime() - start));
                subscriber = new CappedBody(length, settings.maxResponseBytes(), timeout);
            }
            return (HttpResponse.BodySubscriber<Object>) subscriber;
        }
    }
}
