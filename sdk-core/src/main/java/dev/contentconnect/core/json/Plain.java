package dev.contentconnect.core.json;

import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.time.Timestamps;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The forms of scalars. */
final class Plain {
    static final Form<String> TEXT = text("text", Function.identity(), Function.identity());
    static final Form<SourceRef> REF = text("a reference such as system:id", SourceRef::toString, SourceRef::parse);
    static final Form<URI> ADDRESS = text("a URI", URI::toString, URI::create);
    // Instant.toString keeps nanoseconds, and years of more than four digits get a sign that only Instant reads back.
    static final Form<Instant> INSTANT = text(
            "a date and time",
            Instant::toString,
            text -> text.startsWith("+") || text.startsWith("-") ? Instant.parse(text) : Timestamps.parse(text));
    static final Form<Boolean> FLAG = new Scalar<>("true or false", Boolean.class::cast, flag -> flag);
    static final Form<Long> LONG =
            new Scalar<>("a whole number", plain -> whole(plain).longValueExact(), n -> n);
    static final Form<Integer> INTEGER =
            new Scalar<>("a whole number", plain -> whole(plain).intValueExact(), n -> n);

    private Plain() {}

    /** A value that is written as text. */
    static <T> Form<T> text(String what, Function<T, String> write, Function<String, T> read) {
        return new Scalar<>(what, plain -> read.apply((String) plain), write::apply);
    }

    /** A word of an open vocabulary: any word is one. */
    static <T> Form<T> word(Function<T, String> write, Function<String, T> read) {
        return text("a word that is not blank", write, read);
    }

    @SuppressWarnings("unchecked") // JSON objects have no other keys than strings
    static Map<String, @Nullable Object> object(Object plain) {
        return (Map<String, @Nullable Object>) plain;
    }

    private static BigInteger whole(Object plain) {
        // 3.0 is a whole number in JSON's terms, and some writers have no other kind.
        if (plain instanceof BigDecimal decimal) {
            return whole(decimal);
        }
        return plain instanceof BigInteger big ? big : BigInteger.valueOf(integer(plain));
    }

    private static BigInteger whole(BigDecimal decimal) {
        if (decimal.signum() == 0) {
            return BigInteger.ZERO;
        }
        // Looked at before any digit is written out: 5e-100000000 kept a processor busy for 84 seconds (JDK 17).
        long digits = (long) decimal.precision() - decimal.scale();
        if (digits < 1 || digits > 20) {
            throw new ArithmeticException("not a whole number that a long could hold");
        }
        return decimal.toBigIntegerExact();
    }

    private static long integer(Object plain) {
        return plain instanceof Integer number ? number : (Long) plain;
    }

    private record Scalar<T>(String what, Function<Object, T> reader, Function<T, Object> writer) implements Form<T> {
        @Override
        public Object write(T value) {
            return writer.apply(value);
        }

        @Override
        public T read(Object plain, Place at) {
            try {
                return reader.apply(plain);
            } catch (ClassCastException
                    | IllegalArgumentException
                    | ArithmeticException
                    | java.time.DateTimeException refused) {
                // The cause is left out: its message may quote the value.
                throw at.refusal("not " + what);
            }
        }
    }
}
