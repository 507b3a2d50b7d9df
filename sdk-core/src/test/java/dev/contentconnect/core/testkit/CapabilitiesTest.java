package dev.contentconnect.core.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.contentconnect.core.spi.Connector;
import dev.contentconnect.core.spi.ConnectorFactory;
import dev.contentconnect.core.spi.Content;
import java.lang.reflect.Method;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The contract knows the whole SPI: a capability it had never heard of would be refused in a connector that has it. */
class CapabilitiesTest {
    private static final Set<Class<?>> NO_CAPABILITIES = Set.of(Connector.class, ConnectorFactory.class, Content.class);

    @Test
    void areAllThatTheSpiHas() {
        Set<Class<?>> interfaces = new ClassFileImporter()
                .importPackages("dev.contentconnect.core.spi").stream()
                        .filter(type ->
                                type.isInterface() && type.getModifiers().contains(JavaModifier.PUBLIC))
                        .filter(type -> !type.getSimpleName().equals("package-info"))
                        .<Class<?>>map(JavaClass::reflect)
                        .filter(type -> !NO_CAPABILITIES.contains(type))
                        .collect(Collectors.toSet());

        assertThat(interfaces).isEqualTo(Capabilities.ALL);
    }

    @Test
    void canBeCalledWithHarmlessValues() {
        for (Class<?> type : Capabilities.ALL) {
            for (Method method : type.getMethods()) {
                if (!type.getSimpleName().equals("WebhookReceiver")) {
                    assertThatCode(() -> RequestParts.harmless(method, "x"))
                            .as(method.toString())
                            .doesNotThrowAnyException();
                }
            }
        }
    }

    @Test
    void haveParametersWithNames() throws Exception {
        Method query = dev.contentconnect.core.spi.ApprovalDesk.class.getMethod(
                "query", dev.contentconnect.core.spi.ApprovalQuery.class);

        assertThat(RequestParts.has(query, "stakeholder")).isTrue();
        assertThat(RequestParts.has(query, "query")).isTrue();
        assertThat(RequestParts.has(query, "stakeholders")).isFalse();
    }
}
