package dev.contentconnect.core.http;

import dev.contentconnect.core.config.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The parts of a call while it is made; a finished call has one that nobody changes. One thread. */
final class CallDraft {
    final String operation;
    String method;
    URI uri;
    Effect effect;
    final CallHeaders headers = new CallHeaders();
    List<Secret> secrets = List.of();

    @Nullable HttpBody body;

    Set<Integer> accepted = Set.of();

    @Nullable Duration requestTimeout;

    boolean streamed;
    Predicate<URI> redirectsTo = anywhere -> true;
    Predicate<URI> credentialsTo = nowhere -> false;
    long deadline = Long.MAX_VALUE;
    Presented presented = new Presented();

    CallDraft(String operation, String method, URI uri, Effect effect) {
        this.operation = operation;
        this.method = method;
        this.uri = RequestUri.checked(uri);
        this.effect = effect;
    }

    void accept(Integer... further) {
        accepted = Stream.concat(accepted.stream(), Stream.of(further)).collect(Collectors.toUnmodifiableSet());
    }

    CallDraft copy() {
        CallDraft copy = new CallDraft(operation, method, uri, effect);
        copy.headers.take(headers.all(), headers.credentials());
        copy.secrets = secrets;
        copy.body = body;
        copy.accepted = accepted;
        copy.requestTimeout = requestTimeout;
        copy.streamed = streamed;
        copy.redirectsTo = redirectsTo;
        copy.credentialsTo = credentialsTo;
        copy.deadline = deadline;
        copy.presented = presented;
        return copy;
    }
}
