package dev.contentconnect.core.testkit.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;
import static org.junit.platform.launcher.EngineFilter.includeEngines;

import dev.contentconnect.core.testkit.ConnectorContract;
import dev.contentconnect.core.testkit.ContractSubject;
import dev.contentconnect.core.testkit.FakeClock;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** A contract that a broken connector passes is worth nothing: each mistake must make the check fail that is for it. */
class ContractMutantsTest {
    private static final String MISTAKE = "mistake";
    private static final Mutant SOUND = Mutant.listing("none", "", list -> list);

    static final List<Mutant> MUTANTS = Stream.of(
                    Mutants.ALL,
                    KeyMutants.ALL,
                    FeedMutants.ALL,
                    LossMutants.ALL,
                    PageMutants.ALL,
                    PublicationMutants.ALL,
                    QueryMutants.ALL,
                    SubjectMutants.ALL)
            .flatMap(List::stream)
            .toList();

    @ParameterizedTest
    @FieldSource("MUTANTS")
    void theContractFailsAConnectorThat(Mutant mutant) {
        assertThat(failures(mutant.check(), SOUND)).as("without the mistake").isZero();
        assertThat(failures(mutant.check(), mutant)).as(mutant.check()).isEqualTo(1);
    }

    private static long failures(String check, Mutant mutant) {
        String[] parts = check.split("\\.", 2);
        String id = "[engine:junit-jupiter]/[class:" + Patient.class.getName() + "]/[nested-class:" + parts[0]
                + "]/[method:" + parts[1] + (parts[1].endsWith(")") ? "]" : "()]");
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(selectUniqueId(id))
                                .filters(includeEngines("junit-jupiter"))
                                .configurationParameter(MISTAKE, mutant.mistake())
                                .build(),
                        listener);
        TestExecutionSummary summary = listener.getSummary();
        assertThat(summary.getTestsSucceededCount() + summary.getTestsFailedCount())
                .as("%s is one check that is not skipped", check)
                .isEqualTo(1);
        return summary.getTestsFailedCount();
    }

    /** The contract on the mutant that the configuration names. */
    @ExtendWith(Diagnosis.class)
    static final class Patient extends ConnectorContract {
        private final Mutant mutant;

        Patient(Mutant mutant) {
            this.mutant = mutant;
        }

        @Override
        protected ContractSubject newSubject(FakeClock clock) {
            return mutant.subject(clock);
        }
    }

    static final class Diagnosis implements ParameterResolver {
        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == Mutant.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            String mistake = context.getConfigurationParameter(MISTAKE).orElseThrow();
            return MUTANTS.stream()
                    .filter(mutant -> mutant.mistake().equals(mistake))
                    .findFirst()
                    .orElse(SOUND);
        }
    }
}
