package dev.contentconnect.core.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.ApprovalDesk;
import dev.contentconnect.core.spi.AssetPublisher;
import dev.contentconnect.core.spi.AssetReader;
import dev.contentconnect.core.spi.BudgetDesk;
import dev.contentconnect.core.spi.CapabilityDescription;
import dev.contentconnect.core.spi.CaseDesk;
import dev.contentconnect.core.spi.CommentThread;
import dev.contentconnect.core.spi.ConnectorDescription;
import dev.contentconnect.core.spi.NotOffered;
import dev.contentconnect.core.spi.PartnerDesk;
import dev.contentconnect.core.spi.RightsReader;
import dev.contentconnect.core.spi.WorkspaceDesk;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
            for (String name : capability.notOffered()) {
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
        SourceRef foreign = SourceRef.of("another-system", "1");
        Map<String, Runnable> calls = new LinkedHashMap<>();
        whenThere(AssetReader.class, reader -> {
            calls.put("AssetReader.get", () -> reader.get(foreign));
            calls.put("AssetReader.versions", () -> reader.versions(foreign));
        });
        whenThere(
                AssetPublisher.class,
                publisher -> calls.put("AssetPublisher.publications", () -> publisher.publications(foreign)));
        whenThere(CommentThread.class, thread -> calls.put("CommentThread.comments", () -> thread.comments(foreign)));
        whenThere(RightsReader.class, reader -> calls.put("RightsReader.rights", () -> reader.rights(foreign)));
        whenThere(ApprovalDesk.class, desk -> calls.put("ApprovalDesk.get", () -> desk.get(foreign)));
        whenThere(CaseDesk.class, desk -> {
            calls.put("CaseDesk.get", () -> desk.get(foreign));
            calls.put("CaseDesk.task", () -> desk.task(foreign));
        });
        whenThere(WorkspaceDesk.class, desk -> {
            calls.put("WorkspaceDesk.get", () -> desk.get(foreign));
            calls.put("WorkspaceDesk.links", () -> desk.links(foreign));
            calls.put("WorkspaceDesk.documents", () -> desk.documents(foreign));
        });
        whenThere(PartnerDesk.class, desk -> {
            calls.put("PartnerDesk.get", () -> desk.get(foreign));
            calls.put("PartnerDesk.notice", () -> desk.notice(foreign));
        });
        whenThere(BudgetDesk.class, desk -> calls.put("BudgetDesk.get", () -> desk.get(foreign)));
        calls.forEach(
                (name, call) -> assertThatIllegalArgumentException().as(name).isThrownBy(call::run));
        assertThat(sandbox().requests()).isEmpty();
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
        assertThat(refusal.kind()).isEqualTo(ErrorKind.REJECTED);
        assertThat(refusal.error().trace().vendorCode()).isEqualTo(NotOffered.CODE);
        assertThat(refusal.error().trace().message()).isNotBlank();
    }
}
