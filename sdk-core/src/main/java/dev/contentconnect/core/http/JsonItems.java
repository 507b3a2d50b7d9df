package dev.contentconnect.core.http;

import dev.contentconnect.core.error.ConnectorError;
import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.MappingIssue;
import dev.contentconnect.core.internal.JsonItemReader;
import dev.contentconnect.core.json.Json;
import dev.contentconnect.core.json.JsonException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * The elements of a JSON array of any length, read while they come over the wire: memory holds one of them. Close it, also
 * when it was read to the end; closing early releases the connection. Belongs to one thread.
 *
 * <p>It ends only when the whole answer was there and is well. Whatever is wrong with it, before, among or after the
 * elements, is a {@link ConnectorException} where it is found, and again each time more is asked for, so that a list that
 * was cut off is never taken for a short one. What was handed out before may then be part of a list that does not hold.
 *
 * @param <T> the form of the elements
 */
public final class JsonItems<T> implements Iterator<T>, AutoCloseable {
    private final String system;
    private final HttpCall call;
    private final HttpReply reply;
    private final ErrorDecoder errors;
    private final String pointer;
    private final Consumer<MappingIssue> issues;
    private final JsonItemReader<T> reader;
    private @Nullable T ready;
    private @Nullable ConnectorException failure;
    private long count;
    private boolean begun;
    private boolean ended;
    private boolean closed;

    private JsonItems(
            String system,
            HttpCall call,
            HttpReply reply,
            ErrorDecoder errors,
            String pointer,
            Consumer<MappingIssue> issues,
            JsonItemReader<T> reader) {
        this.system = system;
        this.call = call;
        this.reply = reply;
        this.errors = errors;
        this.pointer = pointer;
        this.issues = issues;
        this.reader = reader;
    }

    static <T> JsonItems<T> of(
            String system,
            HttpCall call,
            HttpReply reply,
            ErrorDecoder errors,
            int cap,
            String pointer,
            List<String> steps,
            Class<T> form,
            Consumer<MappingIssue> issues) {
        boolean wellBegun = false;
        try {
            ItemCap capped = new ItemCap(reply.stream(), cap);
            JsonItemReader<T> reader = JsonItemReader.open(capped, steps, form, capped::renew);
            JsonItems<T> items = new JsonItems<>(system, call, reply, errors, pointer, issues, reader);
            wellBegun = true;
            return items;
        } catch (IOException e) {
            throw reply.masking().of(broken(system, call, reply, e));
        } finally {
            if (!wellBegun) {
                reply.close();
            }
        }
    }

    /**
     * Whether there is another element; waits until one has come, or the answer has ended.
     *
     * @return false when all of the answer was read and it is well
     * @throws ConnectorException Undecodable when the answer breaks off, is not JSON (a page for people, say), has no
     *     such array, or one element is larger than the cap for answers; TimedOut when nothing comes for the time-out of
     *     bodies; Cancelled; and what the system's error decoder finds in the rest of the answer
     * @throws IllegalStateException when it was closed before its end
     */
    @Override
    public boolean hasNext() {
        if (failure != null) {
            throw failure;
        }
        if (ready != null) {
            return true;
        }
        if (ended) {
            return false;
        }
        if (closed) {
            throw new IllegalStateException("the list was closed before its end");
        }
        try {
            return advance();
        } catch (ConnectorException e) {
            throw failed(e);
        } catch (IOException e) {
            throw failed(broken(system, call, reply, e));
        } catch (JsonException e) {
            throw failed(new ConnectorException(notJson(Objects.requireNonNullElse(e.getMessage(), "not JSON")), e));
        }
    }

    @Override
    public T next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        T item = Objects.requireNonNull(ready);
        ready = null;
        return item;
    }

    /**
     * The elements as a stream.
     *
     * @return lazy and sequential; closing it closes this
     */
    public Stream<T> stream() {
        return StreamSupport.stream(
                        Spliterators.spliteratorUnknownSize(this, Spliterator.ORDERED | Spliterator.NONNULL), false)
                .onClose(this::close);
    }

    /**
     * What stands beside the array.
     *
     * @return members by name as plain values, the array left out: those read so far, all of them once {@link #hasNext} has
     *     said false
     */
    public Map<String, @Nullable Object> envelope() {
        return reader.envelope();
    }

    /** Releases the connection. */
    @Override
    public void close() {
        closed = true;
        ready = null;
        release();
    }

    /** The reader gives its buffers back, and the stream under it its connection. */
    private void release() {
        try {
            reader.close();
        } catch (IOException alreadyBroken) {
            // Nothing is lost: whoever closes wants no more of it.
            return;
        } finally {
            reply.close();
        }
    }

    private boolean advance() throws IOException {
        if (!begun) {
            begun = true;
            boolean there = reader.toArray();
            // A failure that is told before the elements need not wait for the last of them.
            check();
            if (!there) {
                throw missing();
            }
        }
        while (reader.next()) {
            count++;
            T item = reader.item();
            if (item != null) {
                ready = item;
                return true;
            }
            String problem = Objects.requireNonNullElse(reader.problem(), "of another form");
            issues.accept(MappingIssue.of(pointer + "/" + reader.index(), problem));
        }
        check();
        ended = true;
        release();
        return false;
    }

    private void check() {
        Map<String, @Nullable Object> members = reader.envelope();
        if (members.isEmpty()) {
            return;
        }
        HttpReply rest = HttpReply.of(reply.uri(), reply.status(), reply.headers(), Json.encodeWithNulls(members));
        ConnectorError error = errors.failureIn(Traces.of(system, call, rest), rest);
        if (error != null) {
            throw new ConnectorException(reply.masking()
                    .of(error, rest, clean -> errors.failureIn(Traces.of(system, call, clean), clean)));
        }
    }

    private ConnectorException missing() {
        return new ConnectorException(unreadable("no list at \"" + pointer + "\""));
    }

    private ConnectorError notJson(String why) {
        return count == 0 && HttpErrors.isPage(reply)
                ? new ConnectorError.Undecodable(
                        Traces.of(system, call, reply).withVendor(HttpErrors.PAGE_FOR_PEOPLE, "a page for people"))
                : unreadable(why);
    }

    private ConnectorError unreadable(String why) {
        String after = count == 0 ? "" : ", after " + count + " element(s)";
        return new ConnectorError.Undecodable(Traces.of(system, call, reply).withVendor(null, why + after));
    }

    private ConnectorException failed(ConnectorException e) {
        ConnectorException clean = reply.masking().of(e);
        failure = clean;
        release();
        return clean;
    }

    private static ConnectorException broken(String system, HttpCall call, HttpReply reply, IOException e) {
        if (e instanceof InterruptedIOException) {
            return new ConnectorException(
                    new ConnectorError.Cancelled(Traces.of(system, call, reply).withVendor(null, "interrupted")), e);
        }
        return WireFailures.of(system, call, reply.status(), e);
    }
}
