package dev.contentconnect.core.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import dev.contentconnect.core.spi.Connector;
import dev.contentconnect.core.spi.ConnectorFactory;
import dev.contentconnect.core.spi.Content;
import dev.contentconnect.core.spi.WebhookReceiver;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CapabilitiesTest {
    private static final Set<Class<?>> NO_CAPABILITIES = Set.of(Connector.class, ConnectorFactory.class, Content.class);

    @Test
    void theContractKnowsEveryCapabilityOfTheSpi() {
        Set<Class<?>> interfaces = new HashSet<>();
        for (JavaClass type : ArchitectureRules.productClasses()) {
            if (type.getPackageName().equals("dev.contentconnect.core.spi")
                    && type.isInterface()
                    && !type.getSimpleName().equals("package-info")) {
                interfaces.add(type.reflect());
            }
        }
        interfaces.removeAll(NO_CAPABILITIES);
        assertThat(Capabilities.ALL).isEqualTo(interfaces);
    }

    @Test
    void thereIsAHarmlessValueForEveryParameter() {
        assertThat(Capabilities.ALL)
                .filteredOn(capability -> capability != WebhookReceiver.class)
                .flatMap(capability -> List.of(capability.getMethods()))
                .flatMap(method -> List.of(method.getParameterTypes()))
                .allSatisfy(type -> assertThat(Capabilities.anyValue(type, "x")).isNotNull());
    }
}
