package dev.contentconnect.iconik;

import dev.contentconnect.core.page.Paged;
import dev.contentconnect.core.poll.Poller;
import dev.contentconnect.iconik.api.Jobs;
import dev.contentconnect.iconik.api.ListQuery;
import dev.contentconnect.iconik.wire.WireJob;
import java.util.Map;

/** Jobs over HTTP. */
record HttpJobs(IconikHttp http) implements Jobs {
    private static final String JOBS = "jobs";

    @Override
    public WireJob get(String id) {
        return http.get("jobs.get", http.uri(JOBS, JOBS, id), WireJob.class);
    }

    @Override
    public Paged<WireJob> list(ListQuery query) {
        // Counting by facets costs the service time.
        return new IconikLists(http)
                .numbered("jobs.list", () -> http.uri(JOBS, JOBS), query.with("facets", false), WireJob.class);
    }

    @Override
    public WireJob create(Map<String, ?> fields) {
        return http.post("jobs.create", http.uri(JOBS, JOBS), fields, WireJob.class);
    }

    @Override
    public WireJob update(String id, Map<String, ?> change) {
        return http.patch("jobs.update", http.uri(JOBS, JOBS, id), change, WireJob.class);
    }

    @Override
    public WireJob await(String id, Poller patience) {
        return patience.await(IconikConnector.SYSTEM, "jobs.await", id, () -> get(id), WireJob::hasEnded);
    }
}
