package dev.contentconnect.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A host without a null checker learns at once that it forgot something, not when the value is written or compared. */
class NullsTest {
    private static final Map<Class<?>, Object> SAMPLES = Map.ofEntries(
            Map.entry(String.class, "a1"),
            Map.entry(Instant.class, Instant.EPOCH),
            Map.entry(Integer.class, 1),
            Map.entry(Long.class, 1L),
            Map.entry(Boolean.class, true),
            Map.entry(long.class, 1L),
            Map.entry(boolean.class, true),
            Map.entry(List.class, List.of()),
            Map.entry(Set.class, Set.of()),
            Map.entry(Map.class, Map.of()),
            Map.entry(URI.class, URI.create("https://host.example/")),
            Map.entry(BigDecimal.class, BigDecimal.ONE),
            Map.entry(Currency.class, Currency.getInstance("EUR")),
            Map.entry(Extensions.class, Extensions.none()),
            Map.entry(Verdict.class, Verdict.ALLOWED));

    @ParameterizedTest
    @MethodSource("records")
    void areRefusedWhereAComponentIsNotMarkedNullable(Class<?> type) throws Exception {
        RecordComponent[] components = type.getRecordComponents();
        for (int i = 0; i < components.length; i++) {
            Object[] values = samples(components);
            values[i] = null;
            if (!components[i].getType().isPrimitive()
                    && !components[i].getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                assertThatThrownBy(() -> constructor(type).newInstance(values))
                        .as(components[i].toString())
                        .hasCauseInstanceOf(NullPointerException.class);
            }
        }
    }

    @Test
    void areLookedForInEveryRecord() {
        assertThat(records()).hasSizeGreaterThan(40).contains(Asset.class, Publication.class);
    }

    static Stream<Class<?>> records() {
        return new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("dev.contentconnect.core.model")
                        .stream()
                        .filter(type -> type.isRecord() && type.getSimpleName().length() > 0)
                        .<Class<?>>map(JavaClass::reflect);
    }

    private static Object[] samples(RecordComponent[] components) throws Exception {
        Object[] values = new Object[components.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = sample(components[i].getType());
        }
        return values;
    }

    private static Object sample(Class<?> type) throws Exception {
        Object known = SAMPLES.get(type);
        return known != null ? known : constructor(type).newInstance(samples(type.getRecordComponents()));
    }

    private static Constructor<?> constructor(Class<?> type) throws NoSuchMethodException {
        return type.getDeclaredConstructor(Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new));
    }
}
