package dev.contentconnect.examples.flows.xi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.xecm.api.XecmQuery;
import dev.contentconnect.xecm.sandbox.XecmSandbox;
import dev.contentconnect.xecm.wire.WireNode;
import java.util.List;
import java.util.Objects;

/** What people see on the server with the workspaces. */
record Cabinet(XiStage stage) {
    private static final int SHORTCUT = 1;
    private static final int URL = 140;

    List<WireNode> children(SourceRef folder) {
        return stage.archive.client().nodes().children(id(folder), XecmQuery.ALL).stream()
                .toList();
    }

    /** Where the shortcuts of a workspace lead: the records of assets. */
    List<WireNode> references(SourceRef workspace) {
        return children(workspace).stream()
                .filter(one -> one.type() == SHORTCUT)
                .map(one -> stage.archive.client().nodes().get(Objects.requireNonNull(one.originalId())))
                .toList();
    }

    /** The addresses to which the references of a workspace lead in the end. */
    List<String> addresses(SourceRef workspace) {
        return references(workspace).stream().map(WireNode::url).toList();
    }

    /** The records of one asset. */
    List<WireNode> records(SourceRef asset) {
        String page = stage.page(asset).toString();
        return children(SourceRef.of("xecm", Long.toString(XecmSandbox.FOLDER))).stream()
                .filter(one -> one.type() == URL && page.equals(one.url()))
                .toList();
    }

    /** The record of an asset; there is exactly one. */
    WireNode record(SourceRef asset) {
        List<WireNode> all = records(asset);
        assertThat(all).as("records of " + asset).hasSize(1);
        return all.get(0);
    }

    /** What stands in an attribute of the category for assets. */
    Object attribute(WireNode record, int number) {
        return stage.records.value(record.id(), XecmSandbox.ASSET_CATEGORY + "_" + number);
    }

    Object status(SourceRef asset) {
        return attribute(record(asset), 5);
    }

    /** How many requests changed something so far. */
    long writes() {
        return stage.records.exchanges().stream()
                .map(one -> one.request())
                .filter(one -> !one.method().equals("GET")
                        && !one.path().endsWith("/auth")
                        && !one.path().contains("/validation/")
                        && !one.path().endsWith("/nodes/list"))
                .count();
    }

    static long id(SourceRef ref) {
        return Long.parseLong(ref.id());
    }
}
