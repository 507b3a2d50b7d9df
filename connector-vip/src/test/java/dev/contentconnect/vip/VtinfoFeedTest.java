package dev.contentconnect.vip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.feed.ChangeBatch;
import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.page.Cursor;
import dev.contentconnect.core.spi.AssetFeed;
import dev.contentconnect.core.testkit.Fault;
import dev.contentconnect.core.testkit.SandboxResponse;
import dev.contentconnect.vip.sandbox.Distributor;
import dev.contentconnect.vip.sandbox.Distributor.Behaviour;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Changes found by comparing portfolios. */
class VtinfoFeedTest extends VtinfoFeedStage {
    @Test
    void tellsNothingWhileNothingChanges() {
        ChangeBatch batch = feed.changes(at, 10);
        assertThat(batch.events()).isEmpty();
        assertThat(batch.more()).isFalse();
        assertThat(batch.next()).isEqualTo(at);
    }

    @Test
    void tellsOfAFileThatAppearedOnceHoweverManyItemsShowIt() {
        clock.advance(Duration.ofMinutes(5));
        elm.product("3", "Lager", sandbox.address("lager.png"), null, "B1", "B2", "B3");
        elm.product("4", "Lager 0.0", sandbox.address("lager.png"), sandbox.address("sheet.pdf"), "B4");
        assertThat(drain()).singleElement().satisfies(event -> {
            assertThat(event.type()).isEqualTo(VtinfoEvents.APPEARED);
            assertThat(event.subject()).isEqualTo(ref(sandbox.address("lager.png")));
            assertThat(event.related()).isNull();
            assertThat(event.occurredAt()).isEqualTo(clock.now());
            assertThat(event.note()).isEqualTo("Lager");
            assertThat(event.extensions().get("vip"))
                    .containsEntry("item_key", "00123|B1")
                    .containsEntry("item_id", "3");
        });
    }

    @Test
    void tellsWhatTookThePlaceOfAFile() {
        elm.product("1", "Pale", sandbox.address("pale 2.png"), sandbox.address("sheet.pdf"), "A1", "A2");
        assertThat(drain()).singleElement().satisfies(event -> {
            assertThat(event.type()).isEqualTo(VtinfoEvents.REPLACED);
            assertThat(event.subject()).isEqualTo(ref(sandbox.address("pale 2.png")));
            assertThat(event.related()).isEqualTo(ref(sandbox.address("pale 1.png")));
            assertThat(event.subjectVersion()).endsWith("/pale%202.png");
        });
    }

    @Test
    void tellsOfAFileThatWasDroppedByTheLastItemThatShowedIt() {
        elm.withoutProduct("2");
        assertThat(drain())
                .extracting(CaseEvent::type, CaseEvent::subject)
                .containsExactly(tuple(VtinfoEvents.DROPPED, ref(sandbox.address("stout.png"))));
        elm.withoutProduct("1");
        assertThat(drain())
                .extracting(CaseEvent::type, CaseEvent::subject)
                .containsExactlyInAnyOrder(
                        tuple(VtinfoEvents.DROPPED, ref(sandbox.address("pale 1.png"))),
                        tuple(VtinfoEvents.DROPPED, ref(sandbox.address("sheet.pdf"))));
    }

    @Test
    void findsAnItemAgainByTheDistributorsCodeWhenItsProductHasAnotherNumber() {
        elm.withoutProduct("2")
                .product("22", "Stout", sandbox.address("stout 2.png"), sandbox.address("sheet.pdf"), "A3");
        assertThat(drain())
                .extracting(CaseEvent::type, CaseEvent::related)
                .containsExactly(tuple(VtinfoEvents.REPLACED, ref(sandbox.address("stout.png"))));
    }

    @Test
    void findsAnItemWithoutACodeByItsProductAndNumber() {
        elm.product("5", "Cider", sandbox.address("cider 1.png"), null, "");
        drain();
        elm.product("5", "Cider", sandbox.address("cider 2.png"), null, "");
        assertThat(drain()).extracting(CaseEvent::type).containsExactly(VtinfoEvents.REPLACED);
    }

    @Test
    void tellsNothingWhenAnItemTurnsToAFileThatIsThereAlready() {
        elm.product("2", "Stout", sandbox.address("pale 1.png"), sandbox.address("sheet.pdf"), "A3");
        assertThat(drain())
                .extracting(CaseEvent::type, CaseEvent::subject, CaseEvent::related)
                .containsExactly(tuple(
                        VtinfoEvents.DROPPED, ref(sandbox.address("stout.png")), ref(sandbox.address("pale 1.png"))));
    }

    @Test
    void tellsOfLogos() {
        elm.brand("10", "Oak", sandbox.address("oak.png"), "Import");
        assertThat(drain()).extracting(CaseEvent::subject).containsExactly(ref(sandbox.address("oak.png")));
    }

    @Test
    void eachPortfolioIsComparedWithItself() {
        Distributor oak = sandbox.distributor("00456").product("1", "Oak", sandbox.address("oak.png"), null, "A1");
        Distributor ash = sandbox.distributor("00789").product("1", "Ash", sandbox.address("ash.png"), null, "A1");
        try (VipConnector three = connect(VtinfoSnapshots.inMemory(), CODE, "00456", "00789")) {
            AssetFeed feed = three.require(AssetFeed.class);
            Cursor start = feed.changes(null, 10).next();
            oak.product("2", "Oak 2", sandbox.address("oak 2.png"), null, "A2");
            ash.withoutProduct("1").product("2", "Ash 2", sandbox.address("oak.png"), null, "A1");
            List<CaseEvent> events = drain(feed, start, 1);
            assertThat(events)
                    .extracting(CaseEvent::type, CaseEvent::subject)
                    .containsExactly(
                            tuple(VtinfoEvents.APPEARED, ref("00456", sandbox.address("oak 2.png"))),
                            tuple(VtinfoEvents.REPLACED, ref("00789", sandbox.address("oak.png"))));
            assertThat(drain(feed, start, 100)).isEqualTo(events);
        }
    }

    @Test
    void aPortfolioOfWhichTheServiceSaysNothingDropsNothingAndHoldsUpNoOther() {
        Distributor oak = sandbox.distributor("00456").product("1", "Oak", sandbox.address("oak.png"), null, "A1");
        try (VipConnector two = connect(VtinfoSnapshots.inMemory(), CODE, "00456")) {
            AssetFeed feed = two.require(AssetFeed.class);
            Cursor start = feed.changes(null, 10).next();
            elm.behaves(Behaviour.BROKEN);
            oak.withoutProduct("1");
            ChangeBatch batch = feed.changes(start, 10);
            assertThat(batch.events()).extracting(CaseEvent::type).containsExactly(VtinfoEvents.DROPPED);
            assertThat(batch.issues()).singleElement().satisfies(issue -> {
                assertThat(issue.item()).isEqualTo(CODE);
                assertThat(issue.problem()).contains("inconclusive");
            });
            oak.behaves(Behaviour.WITHOUT_BRAND_BUILDER);
            assertThat(failure(() -> feed.changes(batch.next(), 10))).isNotNull();
        }
        assertThat(failure(() -> feed.changes(at, 10)).error().trace().vendorCode())
                .isEqualTo("inconclusive");
    }

    @Test
    void aPortfolioOfWhichTheServiceSaysNothingIsNoFailureAfterOneThatWasRead() {
        Distributor oak = sandbox.distributor("00456").product("1", "Oak", sandbox.address("oak.png"), null, "A1");
        try (VipConnector two = connect(VtinfoSnapshots.inMemory(), "00456", CODE)) {
            AssetFeed feed = two.require(AssetFeed.class);
            Cursor start = feed.changes(null, 10).next();
            elm.behaves(Behaviour.BROKEN);
            oak.withoutProduct("1");
            ChangeBatch first = feed.changes(start, 10);
            assertThat(first.events()).extracting(CaseEvent::type).containsExactly(VtinfoEvents.DROPPED);
            assertThat(first.more()).isTrue();
            ChangeBatch second = feed.changes(first.next(), 10);
            assertThat(second.events()).isEmpty();
            assertThat(second.issues())
                    .singleElement()
                    .satisfies(issue -> assertThat(issue.item()).isEqualTo(CODE));
            // Of the next round nothing at all is read.
            oak.behaves(Behaviour.WITHOUT_BRAND_BUILDER);
            assertThat(failure(() -> feed.changes(second.next(), 10))).isNotNull();
        }
    }

    @Test
    void aPortfolioThatFailsEachTimeDoesNotKeepTheOthersFromBeingRead() {
        Distributor oak = sandbox.distributor("00456").product("1", "Oak", sandbox.address("oak.png"), null, "A1");
        try (VipConnector two = connect(VtinfoSnapshots.inMemory(), CODE, "00456")) {
            AssetFeed feed = two.require(AssetFeed.class);
            Cursor start = feed.changes(null, 10).next();
            oak.withoutProduct("1");
            sandbox.failNext(100, "GET", "/bbs/v1/distributor/00123/products", Fault.status(503));
            assertThat(failure(() -> feed.changes(start, 10)).kind()).isEqualTo(ErrorKind.UNAVAILABLE);
            assertThat(feed.changes(start, 10).events())
                    .extracting(CaseEvent::type)
                    .containsExactly(VtinfoEvents.DROPPED);
        }
    }

    @Test
    void aDistributorThatIsAddedBeginsAtItsPresent() {
        VtinfoSnapshots place = VtinfoSnapshots.inMemory();
        Cursor start;
        try (VipConnector one = connect(place, CODE)) {
            start = one.require(AssetFeed.class).changes(null, 10).next();
        }
        Distributor oak = sandbox.distributor("00456").product("1", "Oak", sandbox.address("oak.png"), null, "A1");
        try (VipConnector two = connect(place, CODE, "00456")) {
            AssetFeed feed = two.require(AssetFeed.class);
            assertThat(drain(feed, start, 10)).isEmpty();
            oak.withoutProduct("1");
            assertThat(drain(feed, start, 10)).extracting(CaseEvent::type).containsExactly(VtinfoEvents.DROPPED);
        }
    }

    @Test
    void textsThatCannotBeWrittenDoNotStopTheFeed() {
        String odd = "{\"data\":[{\"product_id\":\"6\",\"product_name\":\"Half \\ud800 pair\\tand\\nlines\","
                + "\"product_image_large\":\"" + sandbox.address("odd.png")
                + "\",\"product_packages\":[{\"dist_item_code\":\"C\\\\1\\u0001\"}]}],\"success\":true}";
        sandbox.failNext(
                1,
                "GET",
                "/bbs/v1/distributor/00123/products",
                Fault.reply(SandboxResponse.text(200, "application/json", odd)));
        assertThat(drain())
                .filteredOn(event -> event.type().equals(VtinfoEvents.APPEARED))
                .singleElement()
                .satisfies(event -> assertThat(event.note()).startsWith("Half ").endsWith(" pair\tand\nlines"));
        assertThat(drain())
                .filteredOn(event -> event.type().equals(VtinfoEvents.DROPPED))
                .extracting(CaseEvent::subject)
                .containsExactly(ref(sandbox.address("odd.png")));
    }

    @Test
    void thereIsNoFeedWithoutAPlaceForSnapshots() {
        try (VipConnector bare = VipConnector.create(config(CODE).build())) {
            assertThat(bare.find(AssetFeed.class)).isEmpty();
            assertThat(bare.describe().capability(AssetFeed.class)).isEmpty();
        }
    }
}
