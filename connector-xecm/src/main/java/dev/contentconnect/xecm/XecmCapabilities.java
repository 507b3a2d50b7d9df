package dev.contentconnect.xecm;

import dev.contentconnect.core.spi.ApprovalDesk;
import dev.contentconnect.core.spi.AssetFeed;
import dev.contentconnect.core.spi.AssetReader;
import dev.contentconnect.core.spi.AssetWriter;
import dev.contentconnect.core.spi.CapabilityDescription;
import dev.contentconnect.core.spi.CapabilityTrait;
import dev.contentconnect.core.spi.CaseDesk;
import dev.contentconnect.core.spi.RightsReader;
import dev.contentconnect.core.spi.RightsWriter;
import dev.contentconnect.core.spi.WorkspaceDesk;
import dev.contentconnect.core.spi.WorkspaceFeed;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What of each capability the server lacks, and how it does the rest. */
final class XecmCapabilities {
    private static final String TWINS =
            "of two workflows that two processes start under one key in the same moment the younger is stopped";
    private static final String AGAIN = "no feed tells of workflows: ask again";
    private static final String LONG_AGO =
            "what ended longer ago than the option finishedDays is not found again under its key";

    private XecmCapabilities() {}

    static List<CapabilityDescription> describe(XecmConfig config, Set<Class<?>> offered) {
        return Stream.of(
                        reader(config),
                        CapabilityDescription.whole(
                                        AssetWriter.class,
                                        "an asset without bytes is a URL node and needs its address as the extension url",
                                        "creators, tags, segments and the master are left out; status, market and language"
                                                + " need a category",
                                        "names have a mark of the key in brackets, because the server finds nothing else"
                                                + " again",
                                        "two who add a version under one key in the same moment make two; the first"
                                                + " counts")
                                .with(CapabilityTrait.STALE_UPDATES_CONFLICT),
                        CapabilityDescription.whole(
                                RightsReader.class, "as attributes of a category, which people may edit"),
                        CapabilityDescription.whole(
                                RightsWriter.class,
                                "what the attributes have no place for needs one for the whole record, or is rejected",
                                "rights that were read before another change of the node are a conflict"),
                        workspaces(config),
                        approvals(),
                        cases(),
                        CapabilityDescription.whole(
                                AssetFeed.class,
                                "polls the folders' children by date of change, then the audit of each; from the present on"
                                        + " unless feedFrom is set",
                                "deletions are not told: see XecmConnector.gone"),
                        CapabilityDescription.whole(
                                WorkspaceFeed.class,
                                "a request for each workspace and poll; what is in folders of a workspace is not watched;"
                                        + " from the present on unless feedFrom is set",
                                "deletions are not told"))
                .filter(one -> offered.contains(one.type()))
                .toList();
    }

    private static CapabilityDescription approvals() {
        return CapabilityDescription.without(
                ApprovalDesk.class,
                Set.of("query.subject", "query.stakeholder", "query.statuses", "query.changedSince"),
                "one workflow for each stakeholder; its subject is a node of this server",
                "a decision counts when the workflow is completed; its meaning is looked up by the label of the disposition",
                "on a map of several steps each step takes a decision of its own; the same outcome and note by the same"
                        + " person is a call that is repeated, and answers no other step",
                "decides as the user of the credential, who must be assigned to the step",
                "query.caseRef takes the workflow that an approval is, and gives that one",
                TWINS,
                AGAIN,
                LONG_AGO);
    }

    private static CapabilityDescription cases() {
        return CapabilityDescription.without(
                        CaseDesk.class,
                        Set.of(
                                "claim",
                                "release",
                                "escalate",
                                "resolve",
                                "tasks.assignee",
                                "tasks.candidate",
                                "tasks.dueBefore"),
                        "tasks without a case are those that wait for the user of the credential; finished ones are listed"
                                + " within a case only",
                        "to complete and to delegate are done as the user of the credential; to delegate is to send for review",
                        "the server keeps no reasons of hold, resume and cancel",
                        TWINS,
                        AGAIN,
                        LONG_AGO)
                .withInPart("tasks.finishedToo");
    }

    private static CapabilityDescription reader(XecmConfig config) {
        Set<String> lacks =
                new LinkedHashSet<>(List.of("query.statuses", "query.kinds", "query.segments", "query.tags"));
        if (config.assets().folder() == null) {
            lacks.add("query");
        }
        return CapabilityDescription.without(
                        AssetReader.class,
                        lacks,
                        "documents and URL nodes of the asset folder; a text is looked for in the index, which lags behind and"
                                + " knows days only; words and a key are not looked for together",
                        "no renditions; a URL node has no bytes")
                .withInPart("query.text");
    }

    private static CapabilityDescription workspaces(XecmConfig config) {
        Set<String> lacks =
                config.workspaces().externalSystem() == null ? Set.of("findOrCreate", "findByKey") : Set.of();
        return CapabilityDescription.without(
                WorkspaceDesk.class,
                lacks,
                "the key is the key of the business object in the external system",
                "a link to a node of this server is a shortcut, every other one a URL node; links stand at the top of the"
                        + " workspace");
    }
}
