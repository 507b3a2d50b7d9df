package dev.contentconnect.core.http;

import dev.contentconnect.core.error.ConnectorError;
import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.Delivery;
import dev.contentconnect.core.error.LocalErrors;
import dev.contentconnect.core.internal.PartFile;
import dev.contentconnect.core.retry.RetryPolicy;
import dev.contentconnect.core.time.TimeSource;
import dev.contentconnect.core.time.Timestamps;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.channels.Channels;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One download to one file, with as many requests as it takes. Belongs to one thread. */
final class Download {
    private static final Duration SETTLED = Duration.ofMinutes(1);

    private final HttpChannel channel;
    private final String system;
    private final HttpCall call;
    private final RetryPolicy policy;
    private final TimeSource time;
    private @Nullable String validator;
    private long expected = -1;

    Download(HttpChannel channel, String system, HttpCall call, RetryPolicy policy, TimeSource time) {
        this.channel = channel;
        this.system = system;
        this.call = call;
        this.policy = policy;
        this.time = time;
    }

    long to(Path target) throws IOException {
        Path part = PartFile.beside(target);
        try {
            long size = fill(part);
            PartFile.replace(part, target);
            return size;
        } catch (ClosedByInterruptException e) {
            throw interrupted(e);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private long fill(Path part) throws IOException {
        try (FileChannel file = FileChannel.open(part, StandardOpenOption.WRITE)) {
            int fruitless = 0;
            long furthest = 0;
            while (true) {
                IOException broken = transfer(file);
                if (broken == null) {
                    return file.position();
                }
                // Starting over is no progress until it has got further than before, or it could go on for ever.
                fruitless = file.position() > furthest ? 1 : fruitless + 1;
                furthest = Math.max(furthest, file.position());
                if (fruitless >= policy.maxAttempts() || !policy.quota().take()) {
                    throw gaveUp(broken, file.position());
                }
                pause(fruitless);
            }
        }
    }

    /** Asks for what is missing and writes it; gives what broke the transfer, or null when all is there. */
    private @Nullable IOException transfer(FileChannel file) throws IOException {
        try (HttpReply reply = channel.send(request(file.position()))) {
            switch (reply.status()) {
                case 200, 203 -> begin(file, reply);
                case 206 -> {
                    ContentRange range = ContentRange.of(reply);
                    if (range.start() != file.position()) {
                        return restart(file, "another range than asked for");
                    }
                    if (HttpReply.isPacked(reply.headers())) {
                        return restart(file, "the range came compressed");
                    }
                    if (isOther(reply, range)) {
                        return restart(file, "the content has changed");
                    }
                    expected = Math.max(expected, range.total());
                }
                case 416 -> {
                    return restart(file, "the range was refused");
                }
                default ->
                    throw reply.masking()
                            .of(new ConnectorException(new ConnectorError.Undecodable(Traces.of(system, call, reply)
                                    .withVendor(null, "the answer is well but not the content"))));
            }
            return write(file, reply.stream());
        }
    }

    private HttpCall request(long offset) {
        // What else the call takes for an answer is not the file.
        HttpCall.Builder request = call.toBuilder().streamed().acceptNothingElse();
        if (offset > 0 && validator != null) {
            request.header("Range", "bytes=" + offset + "-")
                    .header("If-Range", validator)
                    .accept(416);
        }
        return request.build();
    }

    private void begin(FileChannel file, HttpReply reply) throws IOException {
        file.truncate(0);
        file.position(0);
        // Lengths and ranges of a compressed answer count other bytes than those of the file.
        boolean packed = HttpReply.isPacked(reply.headers());
        expected =
                packed ? -1 : reply.headers().firstValueAsLong("Content-Length").orElse(-1);
        boolean ranges = !packed
                && reply.header("Accept-Ranges").map("bytes"::equalsIgnoreCase).orElse(false);
        // A weak tag does not promise the same bytes, so it cannot guard a continuation.
        Optional<String> tag = reply.header("ETag").filter(value -> !value.startsWith("W/"));
        validator = ranges ? tag.or(() -> settledDate(reply)).orElse(null) : null;
    }

    /** A date counts seconds: it tells two contents apart only once it is old enough (RFC 9110, 8.8.2.2). */
    private static Optional<String> settledDate(HttpReply reply) {
        try {
            return reply.header("Last-Modified")
                    .filter(changed -> reply.header("Date")
                            .map(now -> Timestamps.parse(changed).plus(SETTLED).isBefore(Timestamps.parse(now)))
                            .orElse(false));
        } catch (DateTimeException garbage) {
            return Optional.empty();
        }
    }

    private @Nullable IOException write(FileChannel file, InputStream body) throws IOException {
        try {
            if (body instanceof WireStream wire) {
                wire.drainTo(file);
            } else {
                body.transferTo(Channels.newOutputStream(file));
            }
        } catch (BodyCutOff | BodyTooSlow e) {
            return e;
        } catch (InterruptedIOException e) {
            throw interrupted(e);
        }
        if (expected >= 0 && file.position() > expected) {
            return restart(file, "more bytes than announced");
        }
        return expected >= 0 && file.position() < expected
                ? new BodyCutOff(new IOException(file.position() + " of " + expected + " bytes"))
                : null;
    }

    /** The interrupt flag is still set: who reads from the network sets it again, and a file channel leaves it alone. */
    private ConnectorException interrupted(IOException e) {
        return new ConnectorException(
                new ConnectorError.Cancelled(Traces.of(system, call, Delivery.ANSWERED, "interrupted")), e);
    }

    /** A system that overlooks If-Range sends the rest of something else. */
    private boolean isOther(HttpReply reply, ContentRange range) {
        boolean otherSize = expected >= 0 && range.total() >= 0 && range.total() != expected;
        String name = validator != null && validator.startsWith("\"") ? "ETag" : "Last-Modified";
        return otherSize
                || reply.header(name).filter(value -> !value.equals(validator)).isPresent();
    }

    private IOException restart(FileChannel file, String why) throws IOException {
        validator = null;
        file.truncate(0);
        file.position(0);
        return new BodyCutOff(new IOException(why));
    }

    private void pause(int fruitless) {
        try {
            time.sleep(policy.delay(fruitless, null));
        } catch (InterruptedException e) {
            throw LocalErrors.of(system).interrupted(call.operation(), e);
        }
    }

    private ConnectorException gaveUp(IOException broken, long bytes) {
        String message = "the transfer broke off after " + bytes + " bytes";
        ConnectorError error = broken instanceof BodyTooSlow
                ? new ConnectorError.TimedOut(Traces.of(system, call, Delivery.ANSWERED, message))
                : new ConnectorError.Unavailable(Traces.of(system, call, Delivery.ANSWERED, message), null);
        return new ConnectorException(error, broken);
    }
}
