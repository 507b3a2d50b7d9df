package dev.contentconnect.iconik;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import dev.contentconnect.core.testkit.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses PRODUCT = ArchitectureRules.productClasses();

    @Test
    void leavesTheInsidesOfCoreAlone() {
        ArchitectureRules.internalStaysInside().check(PRODUCT);
    }

    @Test
    void seesNoOtherConnector() {
        ArchitectureRules.seesNoOtherConnector("iconik").check(PRODUCT);
    }

    @Test
    void showsNoJackson() {
        ArchitectureRules.jacksonStaysOutOfSignatures().check(PRODUCT);
    }

    @Test
    void findsTheConnector() {
        // Without classes of this module every rule above would hold.
        assertThat(PRODUCT.contain(IconikConnector.class)).isTrue();
    }
}
