package dev.contentconnect.aprimo.pm;

import dev.contentconnect.aprimo.pm.api.Activities;
import dev.contentconnect.aprimo.pm.api.GenericObjects;
import dev.contentconnect.aprimo.pm.api.PmChange;
import dev.contentconnect.aprimo.pm.api.PmQuery;
import dev.contentconnect.aprimo.pm.api.PmRef;
import dev.contentconnect.aprimo.pm.api.Projects;
import dev.contentconnect.aprimo.pm.api.Proposals;
import dev.contentconnect.aprimo.pm.wire.PmObject;
import dev.contentconnect.aprimo.pm.wire.WireActivity;
import dev.contentconnect.aprimo.pm.wire.WireAttachment;
import dev.contentconnect.aprimo.pm.wire.WireGenericObject;
import dev.contentconnect.aprimo.pm.wire.WireProject;
import dev.contentconnect.aprimo.pm.wire.WireProposal;
import dev.contentconnect.core.page.Paged;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Campaigns, projects, requests and the tenant's own kinds over HTTP. */
final class HttpWork {
    private HttpWork() {}

    static final class OfActivities extends HttpObjects<WireActivity> implements Activities {
        OfActivities(PmHttp http) {
            super(http, PmRef.ACTIVITIES, WireActivity::new, "activityId", "id");
        }

        /** This route takes parts. */
        @Override
        Map<String, @Nullable Object> body(PmObject now, PmChange change) {
            return parts(change);
        }

        @Override
        public Paged<WireProject> projects(long id, int pageSize) {
            return below(operation("projects"), pageSize, null, WireProject::new, id, "projects");
        }
    }

    static final class OfProjects extends HttpObjects<WireProject> implements Projects {
        OfProjects(PmHttp http) {
            super(http, PmRef.PROJECTS, WireProject::new, "projectId", "id");
        }

        @Override
        public Paged<WireProject> search(PmQuery query, int pageSize) {
            return below(
                    operation("search"),
                    pageSize,
                    query,
                    WireProject::new,
                    http.config().route("projects.search"));
        }

        @Override
        public void start(long id) {
            act(id, "start", "start");
        }

        @Override
        public void pause(long id) {
            act(id, "pause", "pause");
        }

        @Override
        public void resume(long id) {
            act(id, "resume", http.config().route("projects.resume"));
        }

        @Override
        public void cancel(long id) {
            act(id, "cancel", "cancel");
        }

        @Override
        public void close(long id) {
            act(id, "close", "close");
        }

        @Override
        public Paged<WireAttachment> attachments(long id, int pageSize) {
            return below(operation("attachments"), pageSize, null, WireAttachment::new, id, "attachments");
        }

        @Override
        public void link(long id, long attachmentId) {
            http.act(operation("link"), at(id, "attachments", attachmentId));
        }
    }

    static final class OfProposals extends HttpObjects<WireProposal> implements Proposals {
        OfProposals(PmHttp http) {
            super(http, PmRef.PROPOSALS, WireProposal::new, "proposalId", "id");
        }
    }

    static final class OfGenericObjects extends HttpObjects<WireGenericObject> implements GenericObjects {
        OfGenericObjects(PmHttp http, String kind) {
            super(http, PmRef.GENERIC_OBJECTS + kind, WireGenericObject::new, "id");
        }
    }
}
