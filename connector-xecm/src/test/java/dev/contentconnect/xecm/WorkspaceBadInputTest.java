package dev.contentconnect.xecm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.error.MappingIssue;
import dev.contentconnect.core.model.Link;
import dev.contentconnect.core.model.Workspace;
import dev.contentconnect.core.spi.WorkspaceDesk;
import dev.contentconnect.core.spi.WorkspaceRequest;
import dev.contentconnect.core.testkit.Fault;
import dev.contentconnect.core.testkit.SandboxResponse;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The items of {@link BadInputTest} that are about workspaces. */
class WorkspaceBadInputTest extends Scenes {
    private static final String WORKSPACES = "/cs/cs/api/v2/businessworkspaces";

    private WorkspaceDesk desk() {
        return connector.require(WorkspaceDesk.class);
    }

    private static String code(ConnectorException failure) {
        return String.valueOf(failure.error().trace().vendorCode());
    }

    @Nested
    class AValueThatAnAttributeDoesNotTake {
        @Test
        void makesNoWorkspace() {
            ConnectorException failure = failure(() ->
                    desk().findOrCreate(new WorkspaceRequest("k", "campaign", "Summer", Map.of("Starts", "some day"))));
            assertThat(failure.kind()).isEqualTo(ErrorKind.REJECTED);
            assertThat(desk().findByKey("campaign", "k")).isEmpty();
        }
    }

    @Nested
    class ATypeOfWorkspaceThatDoesNotExist {
        @Test
        void isNamedAndNothingIsMade() {
            reopen(options().businessObjects(Map.of("vendor", "cc_vendor")));
            ConnectorException failure =
                    failure(() -> desk().findOrCreate(new WorkspaceRequest("k", "vendor", "Vendor", Map.of())));
            assertThat(failure.kind()).isEqualTo(ErrorKind.REJECTED);
            assertThat(code(failure)).isEqualTo("no_such_type");
            assertThat(failure).hasMessageContaining("vendor");
            assertThat(sandbox.requests("POST", WORKSPACES)).isEmpty();
        }

        @Test
        void isNamedWhereItHasNoTemplate() {
            reopen(options().businessObjects(Map.of("bare", "cc_bare")));
            ConnectorException failure =
                    failure(() -> desk().findOrCreate(new WorkspaceRequest("k", "bare", "Bare", Map.of())));
            assertThat(code(failure)).isEqualTo("no_such_template");
            assertThat(sandbox.requests("POST", WORKSPACES)).isEmpty();
        }
    }

    @Nested
    class ABusinessKeyThatIsUsedAlready {
        private Workspace make() {
            return desk().findOrCreate(new WorkspaceRequest("000815", "campaign", "Ours", Map.of()));
        }

        @Test
        void findsTheWorkspaceThatHasIt() {
            long theirs = sandbox.workspaces().personMakes("Theirs", "000815");
            assertThat(make().ref()).isEqualTo(ref(theirs));
            assertThat(sandbox.requests("POST", WORKSPACES)).isEmpty();
        }

        @Test
        void findsTheOneThatSomebodyMadeBetweenTheLookAndTheWrite() {
            make();
            long theirs = sandbox.workspaces().personMakes("Theirs", "000816");
            String look = "/cs/cs/api/v2/externalsystems/";
            sandbox.failNext(
                    1, "GET", look, Fault.reply(SandboxResponse.json(404, Map.of("error", "No workspace was found"))));
            Workspace found = desk().findOrCreate(new WorkspaceRequest("000816", "campaign", "Ours", Map.of()));
            assertThat(found.ref()).isEqualTo(ref(theirs));
            assertThat(sandbox.requests("POST", WORKSPACES))
                    .as("refused with 500")
                    .hasSize(2);
        }

        @Test
        void isAConflictWhereTheWorkspaceIsNotVisible() {
            sandbox.hide(sandbox.workspaces().personMakes("Theirs", "000815"));
            sandbox.failNext(
                    1,
                    "POST",
                    WORKSPACES,
                    Fault.reply(SandboxResponse.json(
                            500, Map.of("error", "A business workspace for this business object already exists."))));
            ConnectorException failure = failure(this::make);
            assertThat(failure.kind()).isEqualTo(ErrorKind.CONFLICT);
            assertThat(code(failure)).isEqualTo("already_exists");
        }
    }

    @Nested
    class AnAddressThatIsNone {
        @Test
        void isAnIssueBesideTheOtherLinks() {
            Workspace workspace = desk().findOrCreate(new WorkspaceRequest("k", "campaign", "Summer", Map.of()));
            Link good = new Link("Site", URI.create("https://site.example/"), null);
            desk().link(workspace.ref(), good);
            long odd = connector
                    .client()
                    .nodes()
                    .create(Map.of(
                            "type",
                            140,
                            "parent_id",
                            id(workspace.ref()),
                            "name",
                            "Odd",
                            "url",
                            "https://ann:pass@x.example/"))
                    .id();
            List<MappingIssue> issues = new ArrayList<>();
            assertThat(desk().links(workspace.ref()).onIssue(issues::add)).containsExactly(good);
            assertThat(issues).extracting(MappingIssue::item).containsExactly(Long.toString(odd));
            assertThat(issues.toString()).doesNotContain("pass");
        }
    }
}
