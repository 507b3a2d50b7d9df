package dev.contentconnect.examples.flows.wv;

import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.Connector;
import dev.contentconnect.core.state.StateStore;
import dev.contentconnect.core.time.TimeSource;
import dev.contentconnect.examples.flows.localisation.LocalisationOrder;
import dev.contentconnect.examples.flows.localisation.LocalisationOutcome;
import dev.contentconnect.examples.flows.localisation.LocalisedFiles;
import dev.contentconnect.examples.flows.localisation.MarketLocalisation;
import dev.contentconnect.examples.flows.localisation.MarketPlan;
import java.util.List;
import java.util.Map;

/**
 * WV4: an approved master of VIP is localised, in one case for each market: translate, adapt, regional approval, each with a
 * due date. What the market approved is stored in VIP with market, language, rights and audience, linked to its master.
 *
 * <p>Trigger: the master is approved or published; then each change of one of the cases. Under a feed:
 * {@code item -> orders.of(item.event().subject()).ifPresent(flow::advance)}: the events of the library and those of the
 * cases both have the master as their subject, and only the host knows which markets want it. Steps and keys are those of
 * {@link MarketLocalisation}, which does the work, under the name {@code wv4}.
 */
public final class Localisation {
    /** The name of the flow: the source of its events and the beginning of its keys. */
    public static final String FLOW = "wv4";

    private final MarketLocalisation work;

    /**
     * Makes the flow. Never touches the network.
     *
     * @param workflow where people work; offers {@code CaseDesk} and {@code ApprovalDesk}
     * @param library where masters and localised assets are; offers {@code AssetReader}, {@code AssetWriter},
     *     {@code RightsReader} and {@code RightsWriter}, and keeps the master of an asset
     * @param files where the adapted files are
     * @param state remembers between calls
     * @param time the clock
     * @throws IllegalArgumentException when a connector lacks a capability
     */
    public Localisation(
            Connector workflow, Connector library, LocalisedFiles files, StateStore state, TimeSource time) {
        this.work = new MarketLocalisation(FLOW, workflow, library, files, state, time);
    }

    /**
     * An order for this flow.
     *
     * @param master the asset in the library
     * @param version the id of the version that was approved; never blank
     * @param markets never empty; no market twice in the same language
     * @return the order
     * @throws IllegalArgumentException when {@code version} is blank, or there is no market, or one twice
     */
    public static LocalisationOrder order(SourceRef master, String version, List<MarketPlan> markets) {
        return new LocalisationOrder(FLOW, master, version, markets);
    }

    /**
     * Takes every market as far as it goes without waiting, from wherever it stands. A market that fails does not stop the
     * others.
     *
     * @param order the same for the same version of the master
     * @return where each market stands, in the order of the plans
     * @throws dev.contentconnect.core.error.ConnectorException when a system failed for a market; call again later
     * @throws IllegalStateException when a case has ended and its decision cannot be read yet; call again later
     */
    public Map<MarketPlan, LocalisationOutcome> advance(LocalisationOrder order) {
        return work.advance(order);
    }
}
