package dev.contentconnect.core.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.model.Segment;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.ApprovalDesk;
import dev.contentconnect.core.spi.AssetReader;
import dev.contentconnect.core.spi.BudgetDesk;
import dev.contentconnect.core.spi.CapabilityDescription;
import dev.contentconnect.core.spi.CaseDesk;
import dev.contentconnect.core.spi.CommentThread;
import dev.contentconnect.core.spi.ConnectorDescription;
import dev.contentconnect.core.spi.NotOffered;
import dev.contentconnect.core.spi.PartnerDesk;
import dev.contentconnect.core.spi.ProgressDesk;
import dev.contentconnect.core.spi.TaskQuery;
import dev.contentconnect.core.spi.WorkspaceDesk;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
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
    void writesNothingWhereItCanOnlyBeReadFrom() {
        assumeTrue(subject().isReadOnly(), "the system takes something");
        assertThat(connector().describe().capabilities())
                .extracting(CapabilityDescription::type)
                .doesNotContainAnyElementsOf(Capabilities.WRITING);
    }

    @Test
    void namesOnlyMethodsAndPartsThatExist() {
        for (CapabilityDescription capability : connector().describe().capabilities()) {
            Set<String> names = new HashSet<>(capability.notOffered());
            names.addAll(capability.inPart());
            for (String name : names) {
                assertThat(methods(capability.type()))
                        .as(capability.type().getSimpleName() + "." + name)
                        .anyMatch(method -> isWhole(name, method) || isPart(name, method));
            }
        }
    }

    @Test
    void refusesWhatItDoesNotOfferWithoutAskingTheSystem() throws Exception {
        for (CapabilityDescription capability : connector().describe().capabilities()) {
            Object desk = connector().require(capability.type());
            for (String name : capability.notOffered()) {
                for (Method method : methods(capability.type())) {
                    if (isWhole(name, method)) {
                        assertRefused(
                                desk,
                                method,
                                RequestParts.harmless(method, connector().system()));
                    } else if (isPart(name, method)) {
                        assertRefused(
                                desk,
                                method,
                                RequestParts.setting(
                                        method, part(name), connector().system()));
                    }
                }
            }
        }
        assertThat(sandbox().requests()).isEmpty();
    }

    private static List<Method> methods(Class<?> type) {
        return List.of(type.getMethods());
    }

    private static boolean isWhole(String name, Method method) {
        return name.equals(method.getName());
    }

    private static boolean isPart(String name, Method method) {
        return name.startsWith(method.getName() + ".") && RequestParts.has(method, part(name));
    }

    private static String part(String name) {
        return name.substring(name.indexOf('.') + 1);
    }

    @Test
    void refusesIdentitiesOfAnotherSystemWithoutAskingItsOwn() {
        Set<SourceRef> objects = objects();
        sandbox().clearRequests();
        List<String> complaints = new ArrayList<>();
        for (CapabilityDescription capability : connector().describe().capabilities()) {
            Object desk = connector().require(capability.type());
            objects.stream()
                    .flatMap(object -> ForeignIdentities.calls(capability, object).stream())
                    .forEach(call -> call.complaint(desk).ifPresent(complaints::add));
        }
        assertThat(complaints)
                .as("an identity of another system is an IllegalArgumentException at once")
                .isEmpty();
        assertThat(sandbox().requests()).isEmpty();
    }

    /** One of each kind: an id that is refused for its form alone proves nothing. */
    private Set<SourceRef> objects() {
        Set<SourceRef> out = new LinkedHashSet<>();
        out.add(subject().missing(connector()));
        whenThere(AssetReader.class, reader -> out.add(subject().asset(connector(), "k-1")));
        whenThere(CommentThread.class, thread -> out.add(subject().commentable(connector())));
        whenThere(PartnerDesk.class, desk -> out.add(subject().partner(connector(), Segment.brand("x"))));
        whenThere(BudgetDesk.class, desk -> out.add(subject().budget(connector())));
        whenThere(ProgressDesk.class, desk -> out.add(subject().work(connector())));
        whenThere(ApprovalDesk.class, desk -> {
            SourceRef asked = subject().approvalSubject(connector());
            desk.request(subject().approvalRequest("k-1", asked)).forEach(one -> out.add(one.ref()));
        });
        whenThere(CaseDesk.class, desk -> {
            SourceRef opened = desk.open(subject().caseRequest("k-1")).ref();
            out.add(opened);
            desk.tasks(TaskQuery.ALL.ofCase(opened)).forEach(task -> out.add(task.ref()));
        });
        whenThere(WorkspaceDesk.class, desk -> out.add(subject().workspace(connector(), "k-1")));
        return out;
    }

    private <T> void whenThere(Class<T> type, Consumer<T> then) {
        connector().find(type).ifPresent(then);
    }

    private void assertRefused(Object desk, Method method, Object[] arguments) {
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
        assertThat(refusal.kind()).as(method.toString()).isEqualTo(ErrorKind.REJECTED);
        assertThat(refusal.error().trace().vendorCode())
                .as("%s is refused by NotOffered", method)
                .isEqualTo(NotOffered.CODE);
        assertThat(refusal.error().trace().message())
                .as("%s: NotOffered.by says what to do instead", method)
                .isNotBlank();
    }
}
