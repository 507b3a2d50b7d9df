package dev.contentconnect.core.http;

import dev.contentconnect.core.error.ConnectorError;
import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.MappingIssue;
import dev.contentconnect.core.error.Trace;
import dev.contentconnect.core.json.Json;
import dev.contentconnect.core.json.JsonException;
import dev.contentconnect.core.json.JsonPointer;
import dev.contentconnect.core.observe.CallInfo;
import dev.contentconnect.core.observe.CallListener;
import dev.contentconnect.core.observe.CallResult;
import dev.contentconnect.core.retry.RetryPolicy;
import dev.contentconnect.core.time.TimeSource;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The way to one system. A call passes, in this order: the host's steps for each call, log, retry, the host's steps for
 * each attempt, auth, rate gate, send. Safe for several threads; after {@link #close()} every call throws
 * {@code IllegalStateException}.
 */
public final class HttpChannel implements AutoCloseable {
    private final String system;
    private final HttpSettings settings;
    private final TimeSource time;
    private final ErrorDecoder errors;
    private final Observers observers;
    private final RetryStep retry;
    private final RetryPolicy policy;
    private final HttpStep.Next perAttempt;
    private final HttpStep.Next entry;
    private volatile boolean closed;

    private HttpChannel(Builder b) {
        this.system = b.system;
        this.settings = b.settings;
        this.time = b.time;
        this.policy = b.retry;
        this.errors = b.errors;
        this.observers = new Observers(b.system, b.listener);
        this.retry = new RetryStep(b.system, b.retry, b.errors, b.time, observers, b.gate);
        SendStep send = new SendStep(b.system, b.settings, b.time);
        List<HttpStep> inner = new ArrayList<>(b.perAttempt);
        if (b.auth != null) {
            inner.add(b.auth);
        }
        if (b.gate != null) {
            inner.add(new GateStep(b.system, b.gate));
        }
        this.perAttempt = chain(inner, send::send);
        this.entry = chain(b.perCall, this::observed);
    }

    /**
     * Starts a channel.
     *
     * @param system the connector's short name
     * @return a builder with standard settings
     */
    public static Builder builder(String system) {
        return new Builder(system);
    }

    /**
     * Makes a call.
     *
     * @param call what to ask
     * @return an accepted answer: 2xx, or what the call accepts besides; close it when the call is streamed
     * @throws ConnectorException every kind
     * @throws IllegalStateException when the channel is closed
     */
    public HttpReply send(HttpCall call) {
        if (closed) {
            throw new IllegalStateException("the " + system + " connector is closed");
        }
        return entry.proceed(call.begun(time.nanoTime() + settings.callTimeout().toNanos()));
    }

    /**
     * Makes a call and reads its answer as JSON.
     *
     * @param call what to ask
     * @param type the form of the answer
     * @param <T> the form
     * @return the answer
     * @throws ConnectorException every kind; Undecodable when the answer is not of that form
     */
    public <T> T read(HttpCall call, Class<T> type) {
        return decode(call, send(call), body -> Json.decode(body, type));
    }

    /**
     * Makes a call and reads its answer as a JSON array.
     *
     * @param call what to ask
     * @param element the form of the elements
     * @param <T> the form
     * @return the elements
     * @throws ConnectorException every kind; Undecodable when the answer is not of that form
     */
    public <T> List<T> readList(HttpCall call, Class<T> element) {
        return decode(call, send(call), body -> Json.decodeList(body, element));
    }

    /**
     * Makes a call and reads its answer as a JSON array of any length, which may stand inside an object, element by element.
     * The largest answer in memory is the limit of one element, and of what stands before the array and after it; the
     * time-out of streams is the limit between one piece and the next. Compressed answers are asked for as for other calls.
     *
     * <p>What stands beside the array is given to the error decoder as if it were the whole answer, once when the array begins
     * and once when all was read, so a system that says there that it failed ends the list with an error.
     *
     * @param call what to ask
     * @param pointer where the array is, as a JSON pointer such as {@code /data}; empty when it is the answer itself
     * @param element the form of the elements; null among them is passed over
     * @param issues is told of elements of another form, which are left out
     * @param <T> the form
     * @return the elements; close it
     * @throws ConnectorException every kind; when it is read, as {@link JsonItems#hasNext} says
     */
    public <T> JsonItems<T> readItems(HttpCall call, String pointer, Class<T> element, Consumer<MappingIssue> issues) {
        List<String> steps = JsonPointer.of(pointer).tokens();
        HttpCall streamed = call.toBuilder()
                .streamed()
                .header("Accept-Encoding", settings.gzip() ? "gzip" : "identity")
                .build();
        return JsonItems.of(
                system, streamed, send(streamed), errors, settings.maxResponseBytes(), pointer, steps, element, issues);
    }

    /**
     * Reads an answer that is at hand, turning a form that is not understood into an error of the call.
     *
     * @param call what was asked
     * @param reply the answer
     * @param decoder reads the body; throws {@link JsonException} when it cannot
     * @param <T> the form
     * @return the answer
     * @throws ConnectorException Undecodable
     */
    public <T> T decode(HttpCall call, HttpReply reply, Function<byte[], T> decoder) {
        try {
            return decoder.apply(reply.body());
        } catch (JsonException e) {
            Masking masking = reply.masking();
            HttpReply clean = masking.of(reply);
            String excerpt = HttpErrors.excerpt(clean);
            String message =
                    excerpt.isEmpty() ? String.valueOf(e.getMessage()) : e.getMessage() + "; it begins: " + excerpt;
            Trace trace = Traces.of(system, call, clean).withVendor(null, message);
            throw masking.of(new ConnectorException(new ConnectorError.Undecodable(trace), e));
        }
    }

    /**
     * Downloads to a file. The file appears whole or not at all, and takes the place of an older one in one step. When the
     * transfer breaks and the system offers ranges and says that the content is still the same, it goes on where it
     * stopped; otherwise it starts over.
     *
     * @param call what to ask; a read. Only 200, 203 and 206 are the content, whatever else the call accepts
     * @param target the file, replaced if it exists; its folder must exist
     * @return how many bytes
     * @throws IOException when the file cannot be written
     * @throws ConnectorException every kind
     */
    public long download(HttpCall call, Path target) throws IOException {
        return new Download(this, system, call, policy, time).to(target);
    }

    /**
     * The connector's short name.
     *
     * @return for example {@code iconik}
     */
    public String system() {
        return system;
    }

    /** Ends the channel: later calls fail. Connections belong to the process and are reused by others. */
    @Override
    public void close() {
        closed = true;
    }

    private HttpReply observed(HttpCall call) {
        CallInfo info = new CallInfo(system, call.operation(), call.method(), Traces.hostAndPort(call.uri()));
        long start = time.nanoTime();
        observers.started(info);
        try {
            RetryStep.Outcome outcome = retry.run(call, info, perAttempt);
            HttpReply reply = outcome.reply();
            observers.succeeded(
                    info, new CallResult(reply.status(), outcome.attempts(), reply.wireBytes(), since(start)));
            return reply;
        } catch (ConnectorException e) {
            observers.failed(info, e.error(), since(start));
            throw e;
        } catch (RuntimeException | Error e) {
            observers.broke(info, e, since(start));
            throw e;
        }
    }

    private Duration since(long start) {
        return Duration.ofNanos(time.nanoTime() - start);
    }

    private static HttpStep.Next chain(List<HttpStep> steps, HttpStep.Next end) {
        HttpStep.Next next = end;
        for (int i = steps.size() - 1; i >= 0; i--) {
            HttpStep step = steps.get(i);
            HttpStep.Next rest = next;
            next = call -> step.take(call, rest);
        }
        return next;
    }

    /** Collects the parts of a channel. Not safe for several threads. */
    public static final class Builder {
        private final String system;
        private HttpSettings settings = HttpSettings.standard();
        private RetryPolicy retry = RetryPolicy.standard();
        private ErrorDecoder errors = HttpErrors::byStatus;
        private TimeSource time = TimeSource.system();
        private CallListener listener = CallListener.NONE;
        private @Nullable HttpStep auth;
        private @Nullable RateGate gate;
        private final List<HttpStep> perCall = new ArrayList<>();
        private final List<HttpStep> perAttempt = new ArrayList<>();

        private Builder(String system) {
            this.system = system;
        }

        /**
         * Sets the limits.
         *
         * @param value time-outs, caps and the client
         * @return this builder
         */
        public Builder settings(HttpSettings value) {
            this.settings = value;
            return this;
        }

        /**
         * Sets how failed calls are repeated.
         *
         * @param value the policy
         * @return this builder
         */
        public Builder retry(RetryPolicy value) {
            this.retry = value;
            return this;
        }

        /**
         * Sets who reads error answers.
         *
         * @param value the vendor's decoder; by status alone until set
         * @return this builder
         */
        public Builder errors(ErrorDecoder value) {
            this.errors = value;
            return this;
        }

        /**
         * Sets the clock.
         *
         * @param value the clock for waits and deadlines
         * @return this builder
         */
        public Builder time(TimeSource value) {
            this.time = value;
            return this;
        }

        /**
         * Sets who is told about calls.
         *
         * @param value the listener
         * @return this builder
         */
        public Builder listener(CallListener value) {
            this.listener = value;
            return this;
        }

        /**
         * Sets who proves our identity on each attempt.
         *
         * @param value the step, or null for none
         * @return this builder
         */
        public Builder auth(@Nullable HttpStep value) {
            this.auth = value;
            return this;
        }

        /**
         * Sets the rate gate.
         *
         * @param value the gate, or null for none
         * @return this builder
         */
        public Builder gate(@Nullable RateGate value) {
            this.gate = value;
            return this;
        }

        /**
         * Adds steps around each call, retries included.
         *
         * @param steps outermost first
         * @return this builder
         */
        public Builder perCall(List<HttpStep> steps) {
            this.perCall.addAll(steps);
            return this;
        }

        /**
         * Adds steps around each attempt, before auth.
         *
         * @param steps outermost first
         * @return this builder
         */
        public Builder perAttempt(List<HttpStep> steps) {
            this.perAttempt.addAll(steps);
            return this;
        }

        /**
         * The finished channel.
         *
         * @return a channel, open
         */
        public HttpChannel build() {
            return new HttpChannel(this);
        }
    }
}
