package dev.contentconnect.core.testkit;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import org.jspecify.annotations.Nullable;

/** Draws values as JSON has them, with a liking for what vendors send where something else belongs. */
public final class AnyJson {
    private static final int MOST = 3;

    private AnyJson() {}

    /**
     * Text, numbers, truth, and lists and objects of them.
     *
     * @param members what the members of objects are called
     * @return never null, also not inside
     */
    public static Arbitrary<Object> value(String... members) {
        Arbitrary<Object> plain = plain();
        return Arbitraries.oneOf(
                plain,
                plain.list().ofMaxSize(MOST).map(list -> (Object) list),
                Arbitraries.maps(Arbitraries.of(members), plain).ofMaxSize(MOST).map(map -> (Object) map));
    }

    /**
     * The same, and null anywhere.
     *
     * @param members what the members of objects are called
     * @return may be null, also inside
     */
    public static Arbitrary<@Nullable Object> orNull(String... members) {
        Arbitrary<@Nullable Object> plain = plain().injectNull(0.2);
        return Arbitraries.<@Nullable Object>oneOf(
                plain,
                plain.list().ofMaxSize(MOST).map(list -> (Object) list),
                Arbitraries.maps(Arbitraries.of(members), plain).ofMaxSize(MOST).map(map -> (Object) map));
    }

    private static Arbitrary<Object> plain() {
        return Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(12).map(text -> (Object) text),
                Arbitraries.of("2031-02-03T04:05:06Z", "2031-02-03T00:00:00", "20310203", "", " ", "true", "-1", "144")
                        .map(text -> (Object) text),
                Arbitraries.longs().map(number -> (Object) number),
                Arbitraries.integers().between(-2, 200).map(number -> (Object) number),
                Arbitraries.of(true, false).map(flag -> (Object) flag));
    }
}
