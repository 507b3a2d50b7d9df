package dev.contentconnect.examples.flows.aw;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.AssetStatus;
import dev.contentconnect.core.model.CaseEventType;
import dev.contentconnect.core.model.RightsRecord;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.model.Territory;
import dev.contentconnect.core.model.Use;
import dev.contentconnect.core.spi.AssetPublisher;
import dev.contentconnect.core.spi.RightsReader;
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
}
