package dev.contentconnect.core.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.spi.Connector;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;

/**
 * What every connector must do. A connector's tests extend this class and say in a {@link ContractSubject} how to reach a
 * sandbox of its vendor:
 *
 * <pre>{@code
 * class ShopContractTest extends ConnectorContract {
 *     protected ContractSubject newSubject(FakeClock clock) {
 *         return new ShopSubject(new ShopSandbox(clock));
 *     }
 * }
 * }</pre>
 *
 * <p>Each declared capability is tested; tests of what is not declared, or said not to be offered, are skipped and show as
 * such. Faults are tried on one read and one write that stand for all.
 */
public abstract class ConnectorContract {
    /** Within a second, as the present mostly is: a system that tells seconds dates what happens now before it. */
    private static final Instant START = Instant.parse("2031-05-04T03:02:01.700Z");

    private FakeClock clock;
    private ContractSubject subject;
    private Connector connector;

    /** Makes the contract; called by the test engine. */
    protected ConnectorContract() {}

    /**
     * Says how to reach a fresh sandbox. Called once for each test.
     *
     * @param clock the clock to use in the sandbox where it dates things
     * @return the subject; closed after the test
     */
    protected abstract ContractSubject newSubject(FakeClock clock);

    @BeforeEach
    void openSubject() {
        clock = new FakeClock(START);
        subject = newSubject(clock);
        Wiring wiring = new Wiring(clock);
        connector = subject.connect(wiring);
        assertThat(wiring.isApplied())
                .as("%s.connect must put the wiring into the builder: wiring.apply(builder)", subject.getClass())
                .isTrue();
    }

    @AfterEach
    void closeSubject() {
        if (connector != null) {
            connector.close();
        }
        if (subject != null) {
            subject.close();
        }
    }

    final FakeClock clock() {
        return clock;
    }

    final ContractSubject currentSubject() {
        return subject;
    }

    final Connector currentConnector() {
        return connector;
    }

    @Nested
    class Reads extends ReadFaultChecks {
        Reads() {
            super(ConnectorContract.this);
        }
    }

    @Nested
    class Writes extends WriteFaultChecks {
        Writes() {
            super(ConnectorContract.this);
        }
    }

    @Nested
    class Identity extends IdentityChecks {
        Identity() {
            super(ConnectorContract.this);
        }
    }

    @Nested
    class Echoes extends EchoChecks {
        Echoes() {
            super(ConnectorContract.this);
        }
    }

    @Nested
    class Paging extends PagingChecks {
        Paging() {
            super(ConnectorContract.this);
        }
    }

    @Nested
    class Queries extends QueryChecks {
        Queries() {
            super(ConnectorContract.this);
        }
    }

    @Nested
    class Refusals extends RefusalChecks {
        Refusals() {
            super(ConnectorContract.this);
        }
    }

    @Nested
    class Assets extends AssetChecks {
        Assets() {
            super(ConnectorContract.this);
        }
    }

    @Nested
    class Publications extends PublicationChecks {
        Publications() {
            super(ConnectorContract.this);
        }
    }

    @Nested
    class Breaks extends BreakChecks {
        Breaks() {
            super(ConnectorContract.this);
        }
    }

    @Nested
    class Rights extends RightsChecks {
        Rights() {
            super(ConnectorContract.this);
        }
    }

    @Nested
    class Decisions extends DecisionChecks {
        Decisions() {
            super(ConnectorContract.this);
        }
    }

    @Nested
    class Cases extends CaseChecks {
        Cases() {
            super(ConnectorContract.this);
        }
    }

    @Nested
    class Feeds extends FeedChecks {
        Feeds() {
            super(ConnectorContract.this);
        }
    }

    @Nested
    class Pushes extends PushChecks {
        Pushes() {
            super(ConnectorContract.this);
        }
    }

    @Nested
    class Places extends PlaceChecks {
        Places() {
            super(ConnectorContract.this);
        }
    }
}
