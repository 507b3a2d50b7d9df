package dev.contentconnect.xecm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.AssetQuery;
import dev.contentconnect.core.spi.AssetReader;
import dev.contentconnect.core.spi.WorkspaceDesk;
import dev.contentconnect.core.spi.WorkspaceRequest;
import dev.contentconnect.core.testkit.SandboxRequest;
import dev.contentconnect.xecm.api.XecmQuery;
import dev.contentconnect.xecm.sandbox.XecmSandbox;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Long lists, and lists that say they are longer than they are. */
class ListTest extends Scenes {
    private static final String CHILDREN = "/cs/cs/api/v2/nodes/" + XecmSandbox.FOLDER + "/nodes";
    private static final String SEARCH = "/cs/cs/api/v2/search";
    private static final String WORKSPACES = "/cs/cs/api/v2/businessworkspaces";
    private static final String BY_IDS = "/cs/cs/api/v2/nodes/list";

    private AssetReader reader() {
        return connector.require(AssetReader.class);
    }

    private List<SourceRef> documents(int count) {
        List<SourceRef> out = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            out.add(ref(sandbox.upload(XecmSandbox.FOLDER, "Poster " + i + ".pdf", new byte[1])));
        }
        return out;
    }

    private static List<String> pages(List<SandboxRequest> requests) {
        return requests.stream().map(one -> one.query("page").orElse("")).toList();
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 6})
    void endsChildrenWhoseLastPageComesTwice(int count) {
        List<SourceRef> documents = documents(count);
        sandbox.overstatePages(7);
        assertThat(reader().query(AssetQuery.ALL.withPageSize(2)))
                .extracting(Asset::ref)
                .containsExactlyElementsOf(documents);
        assertThat(pages(sandbox.requests("GET", CHILDREN)))
                .as("three pages, and the last one once more")
                .containsExactly("1", "2", "3", "4");
    }

    @Test
    void endsASearchWhoseLastPageComesTwice() {
        List<SourceRef> documents = documents(5);
        sandbox.index();
        sandbox.overstatePages(7);
        assertThat(reader().query(AssetQuery.ALL.withText("poster").withPageSize(2)))
                .extracting(Asset::ref)
                .containsExactlyElementsOf(documents);
        assertThat(sandbox.requests("POST", SEARCH))
                .extracting(one -> one.form().get("page"))
                .containsExactly("1", "2", "3", "4");
    }

    @Test
    void endsWorkspacesWhoseLastPageComesTwice() {
        WorkspaceDesk desk = connector.require(WorkspaceDesk.class);
        for (String title : List.of("A", "B", "C")) {
            desk.findOrCreate(new WorkspaceRequest(title, "campaign", title, Map.of()));
        }
        sandbox.overstatePages(7);
        sandbox.clearRequests();
        assertThat(connector.client().workspaces().list(XecmQuery.ALL.pages(2)))
                .extracting(one -> one.node().name())
                .containsExactly("A", "B", "C");
        assertThat(pages(sandbox.requests("GET", WORKSPACES))).containsExactly("1", "2", "3");
    }

    @Test
    void asksForNodesByIdInPortionsThatTheServerTakes() {
        List<Long> ids = documents(501).stream().map(Scenes::id).toList();
        assertThat(connector.client().nodes().byIds(ids))
                .extracting(one -> one.id())
                .containsExactlyElementsOf(ids);
        assertThat(sandbox.requests("POST", BY_IDS))
                .extracting(one -> String.valueOf(one.form().get("ids")).split(",", -1).length)
                .containsExactly(250, 250, 1);
    }

    @Test
    void asksOnceForANodeThatIsNamedTwiceAndLeavesOutWhatIsNotThere() {
        List<Long> there = documents(250).stream().map(Scenes::id).toList();
        List<Long> wanted = new ArrayList<>(there);
        wanted.addAll(there);
        assertThat(connector.client().nodes().byIds(wanted)).hasSize(250);
        assertThat(sandbox.requests("POST", BY_IDS)).hasSize(1);

        sandbox.clearRequests();
        List<SourceRef> gone =
                LongStream.range(900_000, 900_251).mapToObj(Scenes::ref).toList();
        List<SourceRef> asked = new ArrayList<>(gone);
        there.forEach(id -> asked.add(ref(id)));
        Collections.reverse(asked);
        assertThat(connector.gone(asked)).containsExactlyInAnyOrderElementsOf(gone);
        assertThat(sandbox.requests("POST", BY_IDS)).hasSize(3);
    }
}
