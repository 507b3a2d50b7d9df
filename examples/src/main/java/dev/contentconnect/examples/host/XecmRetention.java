package dev.contentconnect.examples.host;

import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.examples.flows.xi.RetentionDesk;
import dev.contentconnect.examples.flows.xi.RetentionFacts;
import dev.contentconnect.xecm.Retention;
import dev.contentconnect.xecm.XecmConnector;

/**
 * Records management of Extended ECM.
 *
 * @param archive the server
 */
public record XecmRetention(XecmConnector archive) implements RetentionDesk {
    @Override
    public RetentionFacts retention(SourceRef document) {
        Retention found = archive.retention(document);
        return new RetentionFacts(
                found.fileNumber(),
                found.status(),
                found.schedules(),
                found.disposition(),
                found.permanent(),
                found.holds());
    }
}
