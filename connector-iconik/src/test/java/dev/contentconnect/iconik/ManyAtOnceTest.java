package dev.contentconnect.iconik;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.testkit.SandboxRequest;
import dev.contentconnect.iconik.api.ListQuery;
import dev.contentconnect.iconik.api.ObjectType;
import dev.contentconnect.iconik.sandbox.IconikSandbox;
import dev.contentconnect.iconik.wire.WireSegment;
import dev.contentconnect.iconik.wire.WireShare;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The service takes five hundred ids with one call. */
class ManyAtOnceTest {
    private static final int MANY = 501;

    private final Tenant tenant = new Tenant();

    @AfterEach
    void close() {
        tenant.close();
    }

    private static List<String> assets(Tenant tenant) {
        return IntStream.range(0, MANY)
                .mapToObj(i -> tenant.sandbox.personUploads("Film " + i, new byte[] {1}))
                .toList();
    }

    private static List<String> asked(Tenant tenant) {
        List<String> ids = assets(tenant);
        ids.forEach(id -> tenant.sandbox.personAsks(id, List.of(IconikSandbox.USER), 1));
        return ids;
    }

    private static List<String> binned(Tenant tenant) {
        List<String> ids = assets(tenant);
        ids.forEach(id -> tenant.sandbox.personSets(id, "status", "DELETED"));
        return ids;
    }

    private static List<String> granted(Tenant tenant) {
        List<String> ids = assets(tenant);
        grant(tenant, ids);
        return ids;
    }

    private static void grant(Tenant tenant, List<String> ids) {
        tenant.client().acls().add(ObjectType.ASSETS, ids, List.of(IconikSandbox.PERSON), List.of(), List.of("read"));
    }

    private static String one(Tenant tenant) {
        List<String> there = tenant.sandbox.assetsWithKey("one");
        if (!there.isEmpty()) {
            return there.get(0);
        }
        String id = tenant.sandbox.personUploads("One", new byte[] {1});
        tenant.sandbox.personSets(id, "external_id", "one");
        return id;
    }

    private static List<String> segments(Tenant tenant) {
        IntStream.range(0, MANY).forEach(i -> tenant.sandbox.personSays(one(tenant), "Comment " + i));
        tenant.settle();
        return segmentsOf(tenant).stream().map(WireSegment::id).toList();
    }

    private static List<WireSegment> segmentsOf(Tenant tenant) {
        tenant.settle();
        return tenant.client().segments().list(one(tenant), ListQuery.ALL.pages(1_000)).stream()
                .toList();
    }

    private static List<String> shares(Tenant tenant) {
        List<String> out = new ArrayList<>();
        Map<String, Object> allowed = Map.of(
                "allow_comments", true,
                "allow_approving_comments", false,
                "allow_download", false,
                "allow_setting_approve_status", true);
        IntStream.range(0, MANY)
                .mapToObj(i -> tenant.client().shares().createWithUrl(ObjectType.ASSETS, one(tenant), allowed))
                .map(WireShare::id)
                .forEach(out::add);
        return out;
    }

    private static List<WireShare> sharesOf(Tenant tenant) {
        return tenant.client().shares().list(ObjectType.ASSETS, one(tenant), ListQuery.ALL.pages(1_000)).stream()
                .toList();
    }

    private static boolean hasMarket(Tenant tenant, String id) {
        return tenant.sandbox.values(id, "Market").equals(List.of("AT"));
    }

    private static Map<String, Map<String, List<String>>> each(List<String> ids) {
        Map<String, Map<String, List<String>>> out = new LinkedHashMap<>();
        ids.forEach(id -> out.put(id, Map.of("Market", List.of("AT"))));
        return out;
    }

    /** A call that takes ids: the name of that member, objects to call it for, the call, and whether it did what it should. */
    record Call(
            String name,
            String member,
            Function<Tenant, List<String>> prepare,
            BiConsumer<Tenant, List<String>> send,
            BiPredicate<Tenant, String> done) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Call> calls() {
        return List.of(
                new Call(
                        "write same",
                        "object_ids",
                        ManyAtOnceTest::assets,
                        (tenant, ids) -> tenant.client()
                                .metadata()
                                .writeSame(
                                        ObjectType.ASSETS,
                                        ids,
                                        IconikSandbox.ASSET_VIEW,
                                        Map.of("Market", List.of("AT"))),
                        ManyAtOnceTest::hasMarket),
                new Call(
                        "write each",
                        "object_ids",
                        ManyAtOnceTest::assets,
                        (tenant, ids) -> tenant.client()
                                .metadata()
                                .writeEach(ObjectType.ASSETS, IconikSandbox.ASSET_VIEW, each(ids)),
                        ManyAtOnceTest::hasMarket),
                new Call(
                        "decide",
                        "object_ids",
                        ManyAtOnceTest::asked,
                        (tenant, ids) -> tenant.client().approvals().decideAll(ObjectType.ASSETS, ids, "APPROVED"),
                        (tenant, id) -> "APPROVED"
                                .equals(tenant.client()
                                        .approvals()
                                        .find(ObjectType.ASSETS, id)
                                        .orElseThrow()
                                        .status())),
                new Call(
                        "delete",
                        "ids",
                        ManyAtOnceTest::assets,
                        (tenant, ids) -> tenant.client().assets().deleteAll(ids),
                        (tenant, id) ->
                                "DELETED".equals(tenant.sandbox.asset(id).get("status"))),
                new Call(
                        "restore",
                        "ids",
                        ManyAtOnceTest::binned,
                        (tenant, ids) -> tenant.client().assets().restoreAll(ids),
                        (tenant, id) -> "ACTIVE".equals(tenant.sandbox.asset(id).get("status"))),
                new Call(
                        "grant",
                        "object_keys",
                        ManyAtOnceTest::assets,
                        ManyAtOnceTest::grant,
                        (tenant, id) -> tenant.client()
                                        .acls()
                                        .get(ObjectType.ASSETS, id)
                                        .usersAcl()
                                        .size()
                                == 1),
                new Call(
                        "revoke",
                        "object_keys",
                        ManyAtOnceTest::granted,
                        (tenant, ids) -> tenant.client()
                                .acls()
                                .remove(ObjectType.ASSETS, ids, List.of(IconikSandbox.PERSON), List.of()),
                        (tenant, id) -> tenant.client()
                                .acls()
                                .get(ObjectType.ASSETS, id)
                                .usersAcl()
                                .isEmpty()),
                new Call(
                        "delete segments",
                        "segment_ids",
                        ManyAtOnceTest::segments,
                        (tenant, ids) -> tenant.client().segments().deleteAll(one(tenant), ids),
                        (tenant, id) -> segmentsOf(tenant).isEmpty()),
                new Call(
                        "delete shares",
                        "share_ids",
                        ManyAtOnceTest::shares,
                        (tenant, ids) -> tenant.client().shares().deleteAll(ids),
                        (tenant, id) -> sharesOf(tenant).isEmpty()));
    }

    @ParameterizedTest
    @MethodSource("calls")
    void sendsFiveHundredIdsAndThenTheLastOne(Call call) {
        List<String> ids = call.prepare().apply(tenant);
        assertThat(ids).hasSize(MANY).doesNotHaveDuplicates();
        tenant.sandbox.clearRequests();
        call.send().accept(tenant, ids);
        List<SandboxRequest> sent = tenant.sandbox.requests();
        assertThat(sent)
                .extracting(one -> ((List<?>) one.json().get(call.member())).size())
                .containsExactly(500, 1);
        assertThat(List.of(ids.get(0), ids.get(499), ids.get(500)))
                .allMatch(id -> call.done().test(tenant, id));
    }

    @Test
    void sendsNothingForNoIds() {
        for (Call call : calls()) {
            call.send().accept(tenant, List.of());
        }
        assertThat(tenant.sandbox.requests("*", "/API/"))
                .as("but what the test itself asked for")
                .isEmpty();
    }
}
