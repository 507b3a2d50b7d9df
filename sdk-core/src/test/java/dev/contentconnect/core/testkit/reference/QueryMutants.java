package dev.contentconnect.core.testkit.reference;

import dev.contentconnect.core.spi.ApprovalDesk;
import dev.contentconnect.core.spi.ApprovalQuery;
import dev.contentconnect.core.spi.AssetQuery;
import dev.contentconnect.core.spi.AssetReader;
import dev.contentconnect.core.spi.CaseDesk;
import dev.contentconnect.core.spi.DeliveryLog;
import dev.contentconnect.core.spi.DeliveryQuery;
import dev.contentconnect.core.spi.TaskQuery;
import java.util.List;
import java.util.function.UnaryOperator;

/** Parts of queries that are dropped without a word. */
final class QueryMutants {
    private static final String ASSETS = "Queries.asksForAssetsByEveryPartThatItDoesNotRefuse";

    static final List<Mutant> ALL = List.of(
            assets("drops the tags of a query", query -> query.withTags(List.of())),
            assets("drops the statuses of a query", query -> query.withStatuses(List.of())),
            assets("drops the kinds of a query", query -> query.withKinds(List.of())),
            assets("drops since when an asset changed", query -> query.changedSince(null)),
            Mutant.doing(
                    "drops the stakeholder of a query",
                    "Queries.asksForApprovalsByEveryPartThatItDoesNotRefuse",
                    ApprovalDesk.class,
                    "query",
                    (real, args) -> {
                        ApprovalQuery all = (ApprovalQuery) args[0];
                        return real.call(new ApprovalQuery(
                                all.caseRef(),
                                all.subject(),
                                null,
                                all.statuses(),
                                all.changedSince(),
                                all.pageSize()));
                    }),
            Mutant.doing(
                    "drops when a task is due",
                    "Queries.asksForTasksByEveryPartThatItDoesNotRefuse",
                    CaseDesk.class,
                    "tasks",
                    (real, args) -> {
                        TaskQuery all = (TaskQuery) args[0];
                        return real.call(new TaskQuery(
                                all.caseRef(),
                                all.assignee(),
                                all.candidate(),
                                null,
                                all.finishedToo(),
                                all.pageSize()));
                    }),
            Mutant.doing(
                    "drops to whom something was delivered",
                    "Queries.asksForDeliveriesByEveryPartThatItDoesNotRefuse",
                    DeliveryLog.class,
                    "deliveries",
                    (real, args) -> real.call(((DeliveryQuery) args[0]).to(null))));

    private QueryMutants() {}

    private static Mutant assets(String mistake, UnaryOperator<AssetQuery> poorer) {
        return Mutant.doing(
                mistake,
                ASSETS,
                AssetReader.class,
                "query",
                (real, args) -> real.call(poorer.apply((AssetQuery) args[0])));
    }
}
