package dev.contentconnect.core.testkit;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import dev.contentconnect.core.json.Json;
import dev.contentconnect.core.json.JsonException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Something that goes wrong with an answer. Hand it to {@link Sandbox#failNext}. Unless it says otherwise the sandbox's
 * handler is not reached, as if the failing part stood in front of it.
 */
public final class Fault {
    private static final int DRIBBLES = 10;

    private final String name;
    private final Function<Supplier<SandboxResponse>, ResponseDefinitionBuilder> answer;

    private Fault(String name, Function<Supplier<SandboxResponse>, ResponseDefinitionBuilder> answer) {
        this.name = name;
        this.answer = answer;
    }

    /**
     * Answers with a bare status.
     *
     * @param status the HTTP status
     * @return the fault
     */
    public static Fault status(int status) {
        return reply(SandboxResponse.json(status, Map.of("message", "injected fault " + status)));
    }

    /**
     * Answers with something of the test's choice.
     *
     * @param response the answer
     * @return the fault
     */
    public static Fault reply(SandboxResponse response) {
        return new Fault("answer " + response.status(), handled -> definition(response));
    }

    /** Answers with what is made while the request is there: it is the last one that the sandbox knows. */
    static Fault made(String name, Supplier<SandboxResponse> response) {
        return new Fault(name, handled -> definition(response.get()));
    }

    /**
     * Answers that there were too many requests.
     *
     * @param retryAfterSeconds how long to wait
     * @return the fault
     */
    public static Fault tooManyRequests(long retryAfterSeconds) {
        return reply(SandboxResponse.json(429, Map.of("message", "slow down"))
                .header("Retry-After", Long.toString(retryAfterSeconds)));
    }

    /**
     * Answers with a page for people, as gateways do.
     *
     * @param status the HTTP status
     * @return the fault
     */
    public static Fault htmlPage(int status) {
        String page = "<!DOCTYPE html><html><head><title>Gateway</title><style>p{color:red}</style></head>"
                + "<body><p>Our site is being looked after.</p></body></html>";
        return reply(SandboxResponse.text(status, "text/html", page));
    }

    /**
     * Breaks the connection before any answer.
     *
     * @return the fault
     */
    public static Fault connectionReset() {
        return broken("connection reset", com.github.tomakehurst.wiremock.http.Fault.CONNECTION_RESET_BY_PEER);
    }

    /**
     * Closes the connection without an answer.
     *
     * @return the fault
     */
    public static Fault emptyReply() {
        return broken("empty reply", com.github.tomakehurst.wiremock.http.Fault.EMPTY_RESPONSE);
    }

    /**
     * Sends status 200, then garbage where a chunk should begin, then closes.
     *
     * @return the fault
     */
    public static Fault malformedChunk() {
        return broken("malformed chunk", com.github.tomakehurst.wiremock.http.Fault.MALFORMED_RESPONSE_CHUNK);
    }

    /**
     * Announces the length of the true answer, sends the first half of it and closes the connection.
     *
     * @return the fault; the request is handled
     */
    public static Fault truncatedBody() {
        return new Fault("truncated body", handled -> {
            SandboxResponse whole = handled.get();
            byte[] half = Arrays.copyOf(whole.body(), whole.body().length / 2);
            // Only what is sent in pieces keeps an announced length that is not true; the server then hangs up.
            return definition(new SandboxResponse(whole.status(), whole.headers(), half))
                    .withHeader("Content-Length", Integer.toString(whole.body().length))
                    .withChunkedDribbleDelay(1, 1);
        });
    }

    /**
     * Sends the true answer compressed and stops in its middle: complete for HTTP, cut off for who unpacks it.
     *
     * @return the fault; the request is handled
     */
    public static Fault truncatedGzip() {
        return rewritten("truncated gzip", whole -> {
            byte[] packed = gzip(whole.body());
            byte[] half = Arrays.copyOf(packed, packed.length / 2);
            return new SandboxResponse(whole.status(), whole.headers(), half).header("Content-Encoding", "gzip");
        });
    }

    /**
     * Sends the first half of the true answer as if it were all: complete for HTTP, cut off for JSON.
     *
     * @return the fault; the request is handled
     */
    public static Fault malformedBody() {
        return rewritten(
                "malformed body",
                whole -> new SandboxResponse(
                        whole.status(), whole.headers(), Arrays.copyOf(whole.body(), whole.body().length / 2)));
    }

    /**
     * Sends the true answer drop by drop.
     *
     * @param duration from its first byte to its last
     * @return the fault; the request is handled
     */
    public static Fault slowBody(Duration duration) {
        return new Fault(
                "slow body",
                handled -> definition(handled.get()).withChunkedDribbleDelay(DRIBBLES, (int) duration.toMillis()));
    }

    /**
     * Sends the true answer late.
     *
     * @param duration how late
     * @return the fault; the request is handled
     */
    public static Fault latency(Duration duration) {
        return new Fault("latency", handled -> definition(handled.get()).withFixedDelay((int) duration.toMillis()));
    }

    /**
     * Sends the true JSON answer after so many blanks: good JSON, too large.
     *
     * @param bytes how many blanks
     * @return the fault; the request is handled
     */
    public static Fault oversizedBody(int bytes) {
        return rewritten("oversized body", whole -> {
            byte[] large = new byte[bytes + whole.body().length];
            Arrays.fill(large, 0, bytes, (byte) ' ');
            System.arraycopy(whole.body(), 0, large, bytes, whole.body().length);
            return new SandboxResponse(whole.status(), whole.headers(), large);
        });
    }

    /**
     * Sends JSON nested too deep for any reader.
     *
     * @param levels how deep
     * @return the fault
     */
    public static Fault nestedBody(int levels) {
        return reply(SandboxResponse.text(200, "application/json", "[".repeat(levels) + "]".repeat(levels)));
    }

    /**
     * Adds members that nobody documented to every object of the true JSON answer.
     *
     * @return the fault; the request is handled
     */
    public static Fault unknownMembers() {
        return changedJson("unknown members", (member, value) -> {
            if (value instanceof Map<?, ?> object) {
                Map<Object, @Nullable Object> more = new LinkedHashMap<>(object);
                more.put("zzFromTheFuture", Map.of("words", List.of("neu", "新しい"), "count", 2));
                more.put("zzNull", null);
                return more;
            }
            return value;
        });
    }

    /**
     * Puts a word that nobody documented in place of each text under one name, anywhere in the true JSON answer.
     *
     * @param name the member's name, for example {@code status}
     * @param word the new word
     * @return the fault; the request is handled
     */
    public static Fault unknownWord(String name, String word) {
        return changedJson(
                "unknown word", (member, value) -> name.equals(member) && value instanceof String ? word : value);
    }

    /**
     * Gives all members of an object in the middle of a list another form, in the true JSON answer: of the outermost list of
     * objects, and of several the longest.
     *
     * @return the fault; the request is handled
     */
    public static Fault badItem() {
        return rewritten("bad item", whole -> {
            try {
                Object plain = Json.decodePlain(whole.body());
                List<?> items = outermost(plain == null ? List.of() : List.of(plain));
                Object changed = items.isEmpty() ? plain : walk(null, plain, (member, value) -> spoilt(items, value));
                return changed == null
                        ? whole
                        : new SandboxResponse(whole.status(), whole.headers(), Json.encodeWithNulls(changed));
            } catch (JsonException notJson) {
                return whole;
            }
        });
    }

    private static @Nullable Object spoilt(List<?> items, @Nullable Object value) {
        if (!items.equals(value)) {
            return value;
        }
        List<@Nullable Object> out = new ArrayList<>(items);
        int middle = items.size() / 2;
        Map<Object, Object> broken = new LinkedHashMap<>();
        if (items.get(middle) instanceof Map<?, ?> whole) {
            whole.keySet().forEach(name -> broken.put(name, List.of(true)));
        }
        out.set(middle, broken);
        return out;
    }

    /** The longest list of objects among those that are the least deep. */
    private static List<?> outermost(List<?> level) {
        List<Object> below = new ArrayList<>();
        List<?> longest = List.of();
        for (Object one : level) {
            if (one instanceof List<?> list && list.size() > longest.size() && list.get(0) instanceof Map<?, ?>) {
                longest = list;
            }
            if (one instanceof Map<?, ?> object) {
                object.values().stream()
                        .filter(Objects::nonNull)
                        .map(Fault::unpacked)
                        .forEach(below::add);
            }
        }
        return longest.isEmpty() && !below.isEmpty() ? outermost(below) : longest;
    }

    /** Sends the true answer, and shows it. */
    static Fault shown(Consumer<SandboxResponse> to) {
        return rewritten("shown", whole -> {
            to.accept(whole);
            return whole;
        });
    }

    /** Whether {@link #unknownWord} would find a text under that name in an answer. */
    static boolean hasWord(SandboxResponse whole, String name) {
        return !Arrays.equals(
                unknownWord(name, "another word").answer(() -> whole).build().getByteBody(),
                unknownWord(name, "a third word").answer(() -> whole).build().getByteBody());
    }

    /**
     * Lets the handler do its work and loses what it answered: the write happened, the caller does not know.
     *
     * @return the same fault behind the handler instead of in front of it
     */
    public Fault afterHandling() {
        return new Fault(name + " after handling", handled -> {
            SandboxResponse done = handled.get();
            return answer.apply(() -> done);
        });
    }

    ResponseDefinitionBuilder answer(Supplier<SandboxResponse> handled) {
        return answer.apply(handled);
    }

    /** What goes wrong. */
    @Override
    public String toString() {
        return name;
    }

    static ResponseDefinitionBuilder definition(SandboxResponse response) {
        ResponseDefinitionBuilder out = aResponse().withStatus(response.status());
        response.headers().forEach((header, value) -> out.withHeader(header, value));
        return out.withBody(response.body());
    }

    private static byte[] gzip(byte[] plain) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream packer = new GZIPOutputStream(out)) {
            packer.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static Fault broken(String name, com.github.tomakehurst.wiremock.http.Fault kind) {
        return new Fault(name, handled -> aResponse().withFault(kind));
    }

    private static Fault rewritten(String name, Function<SandboxResponse, SandboxResponse> change) {
        return new Fault(name, handled -> definition(change.apply(handled.get())));
    }

    private static Fault changedJson(
            String name, BiFunction<@Nullable String, @Nullable Object, @Nullable Object> change) {
        return rewritten(name, whole -> {
            try {
                Object changed = walk(null, Json.decodePlain(whole.body()), change);
                byte[] body = changed == null ? "null".getBytes(StandardCharsets.UTF_8) : Json.encodeWithNulls(changed);
                return new SandboxResponse(whole.status(), whole.headers(), body);
            } catch (JsonException notJson) {
                return whole;
            }
        });
    }

    /** Some systems answer with JSON in a text in JSON. */
    private static Object unpacked(Object value) {
        if (value instanceof String text && text.startsWith("{")) {
            try {
                return Objects.requireNonNull(Json.decodePlain(text.getBytes(StandardCharsets.UTF_8)));
            } catch (JsonException plainText) {
                return value;
            }
        }
        return value;
    }

    private static @Nullable Object walk(
            @Nullable String member,
            @Nullable Object value,
            BiFunction<@Nullable String, @Nullable Object, @Nullable Object> change) {
        Object inner = value;
        if (value instanceof String text && unpacked(text) instanceof Map<?, ?> packed) {
            Object changed = walk(member, packed, change);
            return new String(Json.encodeWithNulls(Objects.requireNonNull(changed)), StandardCharsets.UTF_8);
        }
        if (value instanceof Map<?, ?> object) {
            Map<Object, @Nullable Object> copy = new LinkedHashMap<>();
            object.forEach((key, child) -> copy.put(key, walk(String.valueOf(key), child, change)));
            inner = copy;
        } else if (value instanceof List<?> list) {
            List<@Nullable Object> copy = new ArrayList<>();
            list.forEach(child -> copy.add(walk(member, child, change)));
            inner = copy;
        }
        return change.apply(member, inner);
    }
}
