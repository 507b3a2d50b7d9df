package dev.contentconnect.iconik;

import dev.contentconnect.iconik.api.Acls;
import dev.contentconnect.iconik.api.Approvals;
import dev.contentconnect.iconik.api.Assets;
import dev.contentconnect.iconik.api.Collections;
import dev.contentconnect.iconik.api.CustomActions;
import dev.contentconnect.iconik.api.Files;
import dev.contentconnect.iconik.api.Jobs;
import dev.contentconnect.iconik.api.Metadata;
import dev.contentconnect.iconik.api.Relations;
import dev.contentconnect.iconik.api.Search;
import dev.contentconnect.iconik.api.Segments;
import dev.contentconnect.iconik.api.Shares;
import dev.contentconnect.iconik.api.Users;
import dev.contentconnect.iconik.api.Webhooks;

/** {@link IconikClient} over HTTP: a record for each group, one short method for each endpoint. */
final class HttpIconikClient implements IconikClient {
    private final IconikHttp http;

    HttpIconikClient(IconikConfig config) {
        this.http = new IconikHttp(config);
    }

    @Override
    public Assets assets() {
        return new HttpAssets(http);
    }

    @Override
    public Approvals approvals() {
        return new HttpApprovals(http);
    }

    @Override
    public Metadata metadata() {
        return new HttpMetadata(http);
    }

    @Override
    public Collections collections() {
        return new HttpCollections(http);
    }

    @Override
    public Search search() {
        return new HttpSearch(http);
    }

    @Override
    public Segments segments() {
        return new HttpSegments(http);
    }

    @Override
    public Relations relations() {
        return new HttpRelations(http);
    }

    @Override
    public Shares shares() {
        return new HttpShares(http);
    }

    @Override
    public Files files() {
        return new HttpFiles(http);
    }

    @Override
    public Acls acls() {
        return new HttpAcls(http);
    }

    @Override
    public Jobs jobs() {
        return new HttpJobs(http);
    }

    @Override
    public CustomActions customActions() {
        return new HttpCustomActions(http);
    }

    @Override
    public Webhooks webhooks() {
        return new HttpWebhooks(http);
    }

    @Override
    public Users users() {
        return new HttpUsers(http);
    }

    @Override
    public void close() {
        http.close();
    }
}
