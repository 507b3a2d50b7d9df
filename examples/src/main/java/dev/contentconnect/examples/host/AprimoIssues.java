package dev.contentconnect.examples.host;

import dev.contentconnect.aprimo.AprimoConnector;
import dev.contentconnect.aprimo.pm.api.PmRef;
import dev.contentconnect.aprimo.pm.wire.WireGenericObject;
import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.examples.flows.aw.Issue;
import dev.contentconnect.examples.flows.aw.Issues;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Issues in one of the kinds of objects that a tenant of Aprimo makes itself: the product has no object for them.
 *
 * @param planning the tenant
 * @param kind which of them, for example {@code alpha}
 * @param open ids of the statuses in which an issue waits for somebody
 */
public record AprimoIssues(AprimoConnector planning, String kind, Set<String> open) implements Issues {

    /** Copies the set. */
    public AprimoIssues {
        open = Set.copyOf(open);
    }

    @Override
    public Optional<Issue> read(SourceRef issue) {
        return PmRef.parse(issue.id())
                .filter(ref -> ref.isOf(PmRef.GENERIC_OBJECTS + kind))
                .flatMap(ref -> object(ref.id()))
                .map(found -> new Issue(
                        issue,
                        Objects.requireNonNullElse(found.name(), issue.id()),
                        Objects.requireNonNullElse(found.description(), ""),
                        "normal",
                        open.contains(String.valueOf(found.status()))));
    }

    private Optional<WireGenericObject> object(long id) {
        try {
            return Optional.of(planning.pm().genericObjects(kind).get(id));
        } catch (ConnectorException e) {
            if (e.kind() == ErrorKind.NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
