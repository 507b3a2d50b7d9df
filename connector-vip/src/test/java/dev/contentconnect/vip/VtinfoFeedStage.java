package dev.contentconnect.vip;

import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.page.Cursor;
import dev.contentconnect.core.spi.AssetFeed;
import dev.contentconnect.core.testkit.DrainedFeed;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;

/** A feed that has begun on a portfolio of two products and a logo. */
abstract class VtinfoFeedStage extends VtinfoTestBase {
    AssetFeed feed;
    Cursor at;

    @BeforeEach
    void begin() {
        elm.brand("9", "Elm Brewing", sandbox.address("logo.png"), "Craft");
        elm.product("1", "Pale", sandbox.address("pale 1.png"), sandbox.address("sheet.pdf"), "A1", "A2");
        elm.product("2", "Stout", sandbox.address("stout.png"), sandbox.address("sheet.pdf"), "A3");
        feed = vip.require(AssetFeed.class);
        at = feed.changes(null, 100).next();
    }

    static List<CaseEvent> drain(AssetFeed feed, Cursor from, int limit) {
        return DrainedFeed.of(feed, from, limit).events();
    }

    List<CaseEvent> drain() {
        DrainedFeed drained = DrainedFeed.of(feed, at, 100);
        at = drained.next();
        return drained.events();
    }
}
