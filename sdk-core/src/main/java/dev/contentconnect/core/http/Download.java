package dev.contentconnect.core.http;

import dev.contentconnect.core.error.ConnectorError;
import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.Delivery;
import dev.contentconnect.core.internal.PartFile;
import dev.contentconnect.core.internal.Threads;
import dev.contentconnect.core.retry.RetryPolicy;
import dev.contentconnect.core.time.TimeSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.channels.Channels;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One download to one file, with as many requests as it takes. Belongs to one thread. */
final class Download {
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
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
            return size;
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private long fill(Path part) throws IOException {
        try (FileChannel file = FileChannel.open(part, StandardOpenOption.WRITE)) {
            int fruitless = 0;
            while (true) {
                long before = file.position();
                IOException broken = transfer(file);
                if (broken == null) {
                    return file.position();
                }
                fruitless = file.position() > before ? 1 : fruitless + 1;
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
            if (reply.status() == 416) {
                return restart(file, "the range was refused");
            }
            if (reply.status() == 206 && startsAt(reply) != file.position()) {
                return restart(file, "another range than asked for");
            }
            if (reply.status() == 206 && isOther(reply)) {
                return restart(file, "the content has changed");
            }
            if (reply.status() != 206) {
                begin(file, reply);
            }
            return write(file, reply.stream());
        } catch (ClosedByInterruptException e) {
            throw interrupted(e);
        }
    }

    private HttpCall request(long offset) {
        HttpCall.Builder request = call.toBuilder().streamed();
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
        expected = reply.headers().firstValueAsLong("Content-Length").orElse(-1);
        boolean ranges =
                reply.header("Accept-Ranges").map("bytes"::equalsIgnoreCase).orElse(false);
        // A weak tag does not promise the same bytes, so it cannot guard a continuation.
        Optional<String> tag = reply.header("ETag").filter(value -> !value.startsWith("W/"));
        validator = ranges ? tag.or(() -> reply.header("Last-Modified")).orElse(null) : null;
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
    private boolean isOther(HttpReply reply) {
        String range = reply.header("Content-Range").orElse("");
        String total = range.substring(range.indexOf('/') + 1).strip();
        boolean otherSize =
                expected >= 0 && !total.isEmpty() && !total.equals("*") && !total.equals(Long.toString(expected));
        boolean otherTag = reply.header("ETag")
                .map(tag -> validator != null && validator.startsWith("\"") && !validator.equals(tag))
                .orElse(false);
        return otherSize || otherTag;
    }

    private IOException restart(FileChannel file, String why) throws IOException {
        validator = null;
        file.truncate(0);
        file.position(0);
        return new BodyCutOff(new IOException(why));
    }

    private static long startsAt(HttpReply reply) {
        String range = reply.header("Content-Range").orElse("");
        int blank = range.indexOf(' ');
        int dash = range.indexOf('-', blank + 1);
        try {
            return dash < 0
                    ? -1
                    : Long.parseLong(range.substring(blank + 1, dash).strip());
        } catch (NumberFormatException garbage) {
            return -1;
        }
    }

    private void pause(int fruitless) {
        try {
            time.sleep(policy.delay(fruitless, null));
        } catch (InterruptedException e) {
            throw Threads.interrupted(system, call.operation(), e);
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
