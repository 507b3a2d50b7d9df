package dev.contentconnect.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import dev.contentconnect.core.testkit.ArchitectureRules;
import dev.contentconnect.examples.flows.wv.ApproveThenPublish;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses PRODUCT = ArchitectureRules.productClasses();

    @Test
    void leavesTheInsidesOfCoreAlone() {
        ArchitectureRules.internalStaysInside().check(PRODUCT);
    }

    @Test
    void flowsSeeCapabilitiesOnly() {
        assertThat(PRODUCT.contain(ApproveThenPublish.class)).isTrue();
        ArchitectureRules.seesCapabilitiesOnly("dev.contentconnect.examples.flows..")
                .check(PRODUCT);
    }

    @Test
    void wouldFindAFlowThatKnowsAConnector() {
        // The quick start does, because it starts the systems.
        assertThatThrownBy(() -> ArchitectureRules.seesCapabilitiesOnly("dev.contentconnect.examples.quickstart..")
                        .check(PRODUCT))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("WorkflowConnector");
    }
}
