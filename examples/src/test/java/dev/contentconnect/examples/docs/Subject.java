package dev.contentconnect.examples.docs;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import dev.contentconnect.core.spi.Connector;
import dev.contentconnect.core.spi.ConnectorDescription;
import dev.contentconnect.core.testkit.ConnectorContract;
import dev.contentconnect.core.testkit.ContractSubject;
import dev.contentconnect.core.testkit.FakeClock;
import dev.contentconnect.core.testkit.Wiring;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * A contract test of a connector, and what the connector that it opens on its sandbox says of itself.
 *
 * @param test the contract test
 * @param description what the connector says
 */
record Subject(JavaClass test, ConnectorDescription description) {
    private static final Instant ANY = Instant.parse("2031-05-04T03:02:01Z");

    /** Every contract test of every connector on the class path, in alphabetical order. */
    static List<Subject> all() {
        return Opened.ALL;
    }

    /** Each takes a sandbox, so once is enough. */
    private static final class Opened {
        static final List<Subject> ALL = opened();
    }

    private static List<Subject> opened() {
        return Project.classes().stream()
                .filter(type -> type.isAssignableTo(ConnectorContract.class))
                .filter(type -> !type.getModifiers().contains(JavaModifier.ABSTRACT))
                .filter(type -> !type.getPackageName().startsWith("dev.contentconnect.core"))
                .sorted(Comparator.comparing(JavaClass::getName))
                .map(type -> new Subject(type, described(type)))
                .toList();
    }

    private static ConnectorDescription described(JavaClass type) {
        try {
            Constructor<?> constructor = type.reflect().getDeclaredConstructor();
            constructor.setAccessible(true);
            Method newSubject = ConnectorContract.class.getDeclaredMethod("newSubject", FakeClock.class);
            newSubject.setAccessible(true);
            FakeClock clock = new FakeClock(ANY);
            try (ContractSubject subject = (ContractSubject) newSubject.invoke(constructor.newInstance(), clock);
                    Connector connector = subject.connect(new Wiring(clock))) {
                return connector.describe();
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type.getName() + " cannot be opened", e);
        }
    }
}
