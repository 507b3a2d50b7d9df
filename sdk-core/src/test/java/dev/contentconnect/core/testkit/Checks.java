package dev.contentconnect.core.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.model.Extensions;
import dev.contentconnect.core.spi.Connector;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the contract's groups share. */
abstract class Checks {
    static final String SAME_KEY = "the same key again finds what the first call made";

    private static final Map<String, Object> FUTURE = Map.of("words", List.of("neu", "新しい"), "count", 2);

    private final ConnectorContract contract;

    Checks(ConnectorContract contract) {
        this.contract = contract;
    }

    final ContractSubject subject() {
        return contract.currentSubject();
    }

    final Sandbox sandbox() {
        return subject().sandbox();
    }

    final Connector connector() {
        return contract.currentConnector();
    }

    final FakeClock clock() {
        return contract.clock();
    }

    /** The capability, or a visible skip. */
    final <T> T capability(Class<T> type) {
        assumeTrue(
                connector().find(type).isPresent(),
                () -> connector().system() + " does not declare " + type.getSimpleName());
        return connector().require(type);
    }

    /** Skips visibly what the connector says it does not offer. */
    final void assumeOffered(Class<?> type, String method) {
        assumeTrue(
                isOffered(type, method),
                () -> connector().system() + " does not offer " + type.getSimpleName() + "." + method);
    }

    final boolean isOffered(Class<?> type, String method) {
        return connector().describe().capability(type).orElseThrow().offers(method);
    }

    static ConnectorException failure(Runnable call) {
        return failure("ConnectorException", call);
    }

    static void assertFails(ErrorKind kind, Runnable call) {
        ConnectorException failure = failure("ConnectorException of kind " + kind, call);
        assertThat(failure.kind()).as(failure.getMessage()).isEqualTo(kind);
    }

    private static ConnectorException failure(String expected, Runnable call) {
        Throwable thrown = catchThrowable(call::run);
        if (thrown == null) {
            throw new AssertionError("the call should have failed with a " + expected + ", and returned");
        }
        assertThat(thrown).as("the call should have failed with a " + expected).isInstanceOf(ConnectorException.class);
        return (ConnectorException) thrown;
    }

    /** What {@link Fault#unknownMembers} added rides along, in some member where the system's objects lie in one another. */
    final void assertKept(Extensions extensions) {
        assertThat(holds(extensions.get(connector().system())))
                .as("members that nobody documented ride along in the extensions, which are %s", extensions.asMap())
                .isTrue();
    }

    private static boolean holds(@Nullable Object value) {
        if (value instanceof Map<?, ?> members) {
            return FUTURE.equals(members.get("zzFromTheFuture"))
                    || members.values().stream().anyMatch(Checks::holds);
        }
        return value instanceof List<?> list && list.stream().anyMatch(Checks::holds);
    }

    final int requestsOf(ContractCall call) {
        return sandbox().requests(call.method(), call.pathPrefix()).size();
    }

    /** The call, made once so that a token is there and everything before it is forgotten; it must be what it says. */
    final ContractCall warm(ContractCall call) {
        sandbox().clearRequests();
        call.call().run();
        assertThat(requestsOf(call))
                .as(
                        "%s %s… should fit one request of the call, which made %s",
                        call.method(), call.pathPrefix(), asked())
                .isEqualTo(1);
        sandbox().clearRequests();
        return call;
    }

    private List<SandboxRequest> asked() {
        return sandbox().requests();
    }

    final void failNext(int count, ContractCall call, Fault fault) {
        sandbox().failNext(count, call.method(), call.pathPrefix(), fault);
    }
}
