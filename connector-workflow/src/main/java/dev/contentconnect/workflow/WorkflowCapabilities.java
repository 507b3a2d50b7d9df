package dev.contentconnect.workflow;

import dev.contentconnect.core.spi.ApprovalDesk;
import dev.contentconnect.core.spi.CapabilityDescription;
import dev.contentconnect.core.spi.CaseDesk;
import dev.contentconnect.core.spi.CaseFeed;
import dev.contentconnect.core.spi.CommentThread;
import dev.contentconnect.core.spi.WebhookReceiver;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What of each capability the service lacks, and how it does the rest. */
final class WorkflowCapabilities {
    private WorkflowCapabilities() {}

    static List<CapabilityDescription> describe(Set<Class<?>> offered) {
        return Stream.of(
                        CapabilityDescription.without(
                                        CaseDesk.class,
                                        Set.of("resolve"),
                                        "a case ends by its tasks; complete them or cancel the case",
                                        "of two cases that two processes open under one key in the same moment the younger is"
                                                + " cancelled; open again to get the one that stays",
                                        "tasks: a candidate is a person where it has an @, else a group; of finished tasks it is"
                                                + " looked for within a case only",
                                        "links are kept as variables of the case and attached to the tasks that are open")
                                .withInPart("tasks.candidate"),
                        CapabilityDescription.whole(
                                        ApprovalDesk.class,
                                        "a subject is looked for within a case only",
                                        "without a case a stakeholder is looked for as the category of tasks",
                                        "the service tells open from finished: other statuses are told apart when the tasks were"
                                                + " read, those of decided approvals within a case or since a moment only")
                                .withInPart("query.subject", "query.statuses"),
                        CapabilityDescription.without(
                                CommentThread.class,
                                Set.of("add.replyTo"),
                                "no threads: a comment that answers another is refused",
                                "a last line in the text carries the key and the author on whose behalf it was said",
                                "two who say something under one key in the same moment say it twice"),
                        CapabilityDescription.whole(
                                CaseFeed.class,
                                "polls the history, from the present on unless feedFrom is set",
                                "claims and comments are seen with the creation or end of their task or case; holds and"
                                        + " resumptions leave no trace there"),
                        CapabilityDescription.whole(
                                WebhookReceiver.class,
                                "takes the callbacks of the models shipped with this connector; a cancelled case calls"
                                        + " nobody"))
                .filter(one -> offered.contains(one.type()))
                .toList();
    }
}
