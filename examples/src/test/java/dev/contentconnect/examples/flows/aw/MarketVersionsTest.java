package dev.contentconnect.examples.flows.aw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.AssetStatus;
import dev.contentconnect.core.model.CaseEventType;
import dev.contentconnect.core.model.RightsRecord;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.model.Territory;
import dev.contentconnect.core.model.Use;
import dev.contentconnect.core.spi.AssetPublisher;
import dev.contentconnect.core.spi.RightsReader;
import dev.contentconnect.core.spi.RightsWriter;
import dev.contentconnect.examples.flows.localisation.LocalisationOrder;
import dev.contentconnect.examples.flows.localisation.LocalisationOutcome;
import dev.contentconnect.examples.flows.localisation.MarketPlan;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is compared was read from the records in Aprimo and from the workflow service. */
class MarketVersionsTest extends MarketScene {
    @Test
    void makesOneRecordForEachMarketThatApprovedBelowItsMaster() throws Exception {
        LocalisationOrder order = order("hero", GERMAN, ENGLISH);
        Map<MarketPlan, LocalisationOutcome> waiting = flow.advance(order);
        SourceRef german = caseOf(waiting, GERMAN);
        SourceRef english = caseOf(waiting, ENGLISH);
        adapts(german, "at-1");
        says(german, "legal", "approved");
        says(german, "regional", "approved");
        adapts(english, "en-1");
        says(english, "regional", "rejected");
        Map<MarketPlan, LocalisationOutcome> ended = flow.advance(order);

        assertThat(ended.get(ENGLISH)).isInstanceOf(LocalisationOutcome.Refused.class);
        assertThat(localised(order, ENGLISH)).isNull();
        Asset made = localised(order, GERMAN);
        assertThat(made.market()).isEqualTo("AT");
        assertThat(made.language()).isEqualTo("de-AT");
        assertThat(made.status()).isEqualTo(AssetStatus.APPROVED);
        assertThat(made.title()).isEqualTo("Poster hero (AT/de-AT)");
        try (InputStream bytes = reader.content(made.ref(), null, null).open()) {
            assertThat(new String(bytes.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("bytes of at-1");
        }
        RightsRecord rights = stage.planning.require(RightsReader.class).rights(made.ref());
        Use use = Use.at(stage.clock.now());
        assertThat(rights.permits(use.in(Territory.of("AT"))).isAllowed()).isTrue();
        assertThat(rights.permits(use.in(Territory.of("DE"))).isAllowed()).isFalse();
        assertThat(children(order.master()))
                .singleElement()
                .extracting(child -> child.get("recordId"))
                .isEqualTo(made.ref().id());
        assertThat(flow.advance(order)).isEqualTo(ended);
        assertThat(children(order.master())).hasSize(1);
        assertThat(AwStage.events(state, CaseEventType.FLOW_REFUSED))
                .singleElement()
                .extracting(event -> event.note())
                .isEqualTo("regional said rejected");
    }

    @Test
    void waitsAsLongAsTheMasterIsNoReleasedRecord() {
        LocalisationOrder order = order("hero", ENGLISH);
        stage.planning.require(AssetPublisher.class).hold(order.master(), "the model withdrew");
        assertThat(flow.advance(order).get(ENGLISH)).isInstanceOf(LocalisationOutcome.OnHold.class);
        assertThat(stage.cases(order.master())).isEmpty();
    }

    @Test
    void linksWhatOneMarketApprovedThoughAnotherOneFails() {
        LocalisationOrder order = order("hero", GERMAN, ENGLISH);
        Map<MarketPlan, LocalisationOutcome> waiting = flow.advance(order);
        adapts(caseOf(waiting, GERMAN), "at-1");
        says(caseOf(waiting, GERMAN), "legal", "approved");
        says(caseOf(waiting, GERMAN), "regional", "approved");
        adapts(caseOf(waiting, ENGLISH), "en-1");
        says(caseOf(waiting, ENGLISH), "regional", "approved");
        lost.add("en-1");
        assertThatThrownBy(() -> flow.advance(order)).hasMessage("en-1 is lost");

        assertThat(AwStage.events(state, CaseEventType.ASSET_LINKED)).hasSize(1);
        assertThat(children(order.master()))
                .singleElement()
                .extracting(child -> child.get("recordId"))
                .isEqualTo(localised(order, GERMAN).ref().id());
        lost.clear();
        assertThat(flow.advance(order).get(ENGLISH)).isInstanceOf(LocalisationOutcome.Stored.class);
        assertThat(children(order.master())).hasSize(2);
    }

    @Test
    void storesNothingAsLongAsTheMasterIsBlocked() {
        LocalisationOrder order = order("hero", ENGLISH);
        SourceRef caseRef = caseOf(flow.advance(order), ENGLISH);
        adapts(caseRef, "en-1");
        says(caseRef, "regional", "approved");
        RightsWriter rights = stage.planning.require(RightsWriter.class);
        rights.block(order.master(), "the model withdrew");

        assertThat(flow.advance(order).get(ENGLISH)).isEqualTo(new LocalisationOutcome.OnHold("the master is blocked"));
        assertThat(localised(order, ENGLISH)).isNull();
        rights.unblock(order.master(), "a new contract");
        assertThat(flow.advance(order).get(ENGLISH)).isInstanceOf(LocalisationOutcome.Stored.class);
    }
}
