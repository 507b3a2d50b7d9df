package dev.contentconnect.core.testkit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.contentconnect.core.internal.JsonCodec;
import dev.contentconnect.core.spi.WebhookReceiver;
import org.junit.jupiter.api.Test;

public class ArchitectureTest {
    private static final JavaClasses PRODUCT = ArchitectureRules.productClasses();

    @Test
    void coreKnowsNoVendor() {
        ArchitectureRules.coreKnowsNoVendor().check(PRODUCT);
    }

    @Test
    void internalStaysInside() {
        ArchitectureRules.internalStaysInside().check(PRODUCT);
    }

    @Test
    void canonicalRecordsHoldJdkTypesOnly() {
        ArchitectureRules.recordsHoldJdkTypesOnly().check(PRODUCT);
    }

    @Test
    void jacksonStaysOutOfSignatures() {
        ArchitectureRules.jacksonStaysOutOfSignatures().check(PRODUCT);
    }

    @Test
    void vavrStaysOutOfModelAndCapabilities() {
        ArchitectureRules.vavrStaysOutOfModelAndCapabilities().check(PRODUCT);
    }

    /** Breaks the fences on purpose. */
    public static final class WorkflowTrespasser {
        /** A type of Jackson where others can see it. */
        public com.fasterxml.jackson.databind.JsonNode tree;

        byte[] peek() {
            return JsonCodec.encode("through the fence");
        }
    }

    @Test
    void findsATrespasser() {
        JavaClasses trespasser =
                new ClassFileImporter().importClasses(ArchitectureTest.class, WorkflowTrespasser.class);
        assertThatThrownBy(() -> ArchitectureRules.coreKnowsNoVendor().check(trespasser))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("names the vendor workflow");
        assertThatThrownBy(() -> ArchitectureRules.jacksonStaysOutOfSignatures().check(trespasser))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("JsonNode");
    }

    /** Shows Jackson where nobody looks at first. */
    public abstract static class Heir extends com.fasterxml.jackson.databind.JsonSerializer<String> {
        /** Breaks. */
        public void fail() throws com.fasterxml.jackson.core.JsonProcessingException {}
    }

    @Test
    void findsJacksonInAncestorsAndInWhatIsThrown() {
        JavaClasses heir = new ClassFileImporter().importClasses(ArchitectureTest.class, Heir.class);
        assertThatThrownBy(() -> ArchitectureRules.jacksonStaysOutOfSignatures().check(heir))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("JsonSerializer")
                .hasMessageContaining("JsonProcessingException");
    }

    @Test
    void wouldFindVavrInACapability() {
        JavaClasses receiver = new ClassFileImporter().importClasses(WebhookReceiver.class);
        // The one interface that may: without its exemption the rule objects.
        assertThatThrownBy(() -> ArchitectureRules.withoutVavr().check(receiver))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("Either");
    }
}
