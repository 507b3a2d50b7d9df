package dev.contentconnect.core.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import dev.contentconnect.core.spi.Connector;
import org.junit.jupiter.api.Test;

/**
 * The fences that every connector keeps. A connector's test extends this class and names the connector:
 *
 * <pre>{@code
 * class ArchitectureTest extends ArchitectureContract {
 *     ArchitectureTest() {
 *         super(ShopConnector.class);
 *     }
 * }
 * }</pre>
 */
public abstract class ArchitectureContract {
    private static final JavaClasses PRODUCT = ArchitectureRules.productClasses();

    private final Class<? extends Connector> connector;

    /**
     * Makes the contract.
     *
     * @param connector the connector; its package is that of the module
     */
    protected ArchitectureContract(Class<? extends Connector> connector) {
        this.connector = connector;
    }

    @Test
    void leavesTheInsidesOfCoreAlone() {
        ArchitectureRules.internalStaysInside().check(PRODUCT);
    }

    @Test
    void seesNoOtherConnector() {
        String name = connector.getPackageName();
        ArchitectureRules.seesNoOtherConnector(name.substring(name.lastIndexOf('.') + 1))
                .check(PRODUCT);
    }

    @Test
    void showsNoJackson() {
        ArchitectureRules.jacksonStaysOutOfSignatures().check(PRODUCT);
    }

    @Test
    void findsTheConnector() {
        // Without classes of this module every rule above would hold.
        assertThat(PRODUCT.contain(connector)).isTrue();
    }
}
