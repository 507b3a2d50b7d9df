package dev.contentconnect.xecm;

import dev.contentconnect.xecm.api.Audit;
import dev.contentconnect.xecm.api.Categories;
import dev.contentconnect.xecm.api.Members;
import dev.contentconnect.xecm.api.Nodes;
import dev.contentconnect.xecm.api.Permissions;
import dev.contentconnect.xecm.api.Records;
import dev.contentconnect.xecm.api.Search;
import dev.contentconnect.xecm.api.Versions;
import dev.contentconnect.xecm.api.Workflows;
import dev.contentconnect.xecm.api.Workspaces;
import dev.contentconnect.xecm.wire.WireFields;

/** {@link XecmClient} over HTTP: a record for each group, one short method for each endpoint. */
final class HttpXecmClient implements XecmClient {
    private final XecmHttp http;

    HttpXecmClient(XecmConfig config) {
        this.http = new XecmHttp(config);
    }

    @Override
    public Nodes nodes() {
        return new HttpNodes(http);
    }

    @Override
    public Versions versions() {
        return new HttpVersions(http);
    }

    @Override
    public Categories categories() {
        return new HttpCategories(http);
    }

    @Override
    public Workspaces workspaces() {
        return new HttpWorkspaces(http);
    }

    @Override
    public Workflows workflows() {
        return new HttpWorkflows(http);
    }

    @Override
    public Search search() {
        return new HttpSearch(http);
    }

    @Override
    public Audit audit() {
        return new HttpAudit(http);
    }

    @Override
    public Permissions permissions() {
        return new HttpPermissions(http);
    }

    @Override
    public Records records() {
        return new HttpRecords(http);
    }

    @Override
    public Members members() {
        return new HttpMembers(http);
    }

    @Override
    public WireFields serverInfo() {
        return http.get("server.info", http.v1("serverinfo"));
    }

    @Override
    public void close() {
        http.close();
    }
}
