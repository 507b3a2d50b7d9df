package dev.contentconnect.core.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.spi.CapabilityDescription;
import dev.contentconnect.core.spi.ConnectorDescription;
import dev.contentconnect.core.spi.NotOffered;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A connector says what it has, has what it says, and refuses the rest without asking the system. */
abstract class RefusalChecks extends Checks {
    RefusalChecks(ConnectorContract contract) {
        super(contract);
    }

    @Test
    void hasWhatItSaysAndSaysWhatItHas() {
        ConnectorDescription described = connector().describe();
        assertThat(described.system()).isEqualTo(connector().system());
        assertThat(described.title()).isNotBlank();
        assertThat(described.apiVersion()).isNotBlank();
        for (Class<?> type : Capabilities.ALL) {
            assertThat(connector().find(type).isPresent())
                    .as(type.getSimpleName())
                    .isEqualTo(described.capability(type).isPresent());
        }
        assertThat(Capabilities.ALL)
                .containsAll(described.capabilities().stream()
                        .map(CapabilityDescription::type)
                        .collect(Collectors.toSet()));
        assertThat(sandbox().requests()).isEmpty();
    }

    @Test
    void namesOnlyOperationsThatExist() {
        for (CapabilityDescription capability : connector().describe().capabilities()) {
            Set<String> methods = Arrays.stream(capability.type().getMethods())
                    .map(Method::getName)
                    .collect(Collectors.toSet());
            assertThat(methods)
                    .containsAll(capability.notOffered().stream()
                            .map(name -> name.split("\\.", -1)[0])
                            .toList());
        }
    }

    @Test
    void refusesWhatItDoesNotOfferWithoutAskingTheSystem() throws Exception {
        for (CapabilityDescription capability : connector().describe().capabilities()) {
            Object desk = connector().require(capability.type());
            for (Method method : capability.type().getMethods()) {
                if (capability.notOffered().contains(method.getName())) {
                    assertRefused(desk, method);
                }
            }
        }
        assertThat(sandbox().requests()).isEmpty();
    }

    private void assertRefused(Object desk, Method method) {
        Object[] arguments = Arrays.stream(method.getParameterTypes())
                .map(type -> Capabilities.anyValue(type, connector().system()))
                .toArray();
        method.setAccessible(true);
        Throwable thrown = catchThrowable(() -> {
            Object result = method.invoke(desk, arguments);
            if (result instanceof Iterable<?> lazy) {
                lazy.iterator().next();
            }
        });
        Throwable real = thrown instanceof InvocationTargetException ? thrown.getCause() : thrown;
        assertThat(real).as(method.toString()).isInstanceOf(ConnectorException.class);
        ConnectorException refusal = (ConnectorException) real;
        assertThat(refusal.kind()).isEqualTo(ErrorKind.REJECTED);
        assertThat(refusal.error().trace().vendorCode()).isEqualTo(NotOffered.CODE);
        assertThat(refusal.error().trace().message()).isNotBlank();
    }
}
