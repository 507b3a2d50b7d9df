package dev.contentconnect.vip;

import dev.contentconnect.core.feed.ChangeBatch;
import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.page.Cursor;
import dev.contentconnect.core.spi.AssetFeed;
import java.util.ArrayList;
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
        List<CaseEvent> out = new ArrayList<>();
        ChangeBatch batch = feed.changes(from, limit);
        out.addAll(batch.events());
        while (batch.more()) {
            batch = feed.changes(batch.next(), limit);
            out.addAll(batch.events());
        }
        return out;
    }

    List<CaseEvent> drain() {
        List<CaseEvent> out = new ArrayList<>();
        ChangeBatch batch;
        do {
            batch = feed.changes(at, 100);
            out.addAll(batch.events());
            at = batch.next();
        } while (batch.more());
        return out;
    }
}
