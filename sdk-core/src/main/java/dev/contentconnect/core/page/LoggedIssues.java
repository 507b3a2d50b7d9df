package dev.contentconnect.core.page;

import dev.contentconnect.core.error.MappingIssue;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What happens to mapping issues when nobody asked for them: a warning each.
 *
 * @param system the connector's short name
 * @param operation what was read
 */
public record LoggedIssues(String system, String operation) implements Consumer<MappingIssue> {
    private static final Logger LOG = LoggerFactory.getLogger(Paged.class);

    @Override
    public void accept(MappingIssue issue) {
        LOG.warn("{} {}: left out {} of {}: {}", system, operation, issue.path(), issue.item(), issue.problem());
    }
}
