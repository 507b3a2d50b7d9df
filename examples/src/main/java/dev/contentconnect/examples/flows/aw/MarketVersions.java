package dev.contentconnect.examples.flows.aw;

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
 * AW4: the markets that want a master of Aprimo translate and adapt it, legal of the market checks it and the region approves
 * it; what was approved becomes a record of its own in Aprimo, with market, language and approval status, below its master.
 *
 * <p>Trigger, steps and keys are those of {@link MarketLocalisation}, which does the work, under the name {@code aw4}. A released
 * record of Aprimo is an approved master. A localised record is linked to its master through {@link MasterLinks} before its
 * market ends: Aprimo keeps links in a field of the master, and takes the list of them whole. It has no comments on records, so
 * that the reason of a refusal stands in the case and in the trail. {@link #advance} may be called any number of times, late and
 * after a crash at any point. One worker at a time for each master.
 */
public final class MarketVersions {
    /** The name of the flow: the source of its events and the beginning of its keys. */
    public static final String FLOW = "aw4";

    private final MarketLocalisation work;

    /**
     * Makes the flow. Never touches the network.
     *
     * @param workflow where people work; offers {@code CaseDesk} and {@code ApprovalDesk}
     * @param library where masters and localised assets are; offers {@code AssetReader}, {@code AssetWriter},
     *     {@code RightsReader} and {@code RightsWriter}, and has a field for the state of an asset
     * @param files where the adapted files are
     * @param links links assets there
     * @param state remembers between calls
     * @param time the clock
     * @throws IllegalArgumentException when a connector lacks a capability
     */
    public MarketVersions(
            Connector workflow,
            Connector library,
            LocalisedFiles files,
            MasterLinks links,
            StateStore state,
            TimeSource time) {
        this.work = new MarketLocalisation(FLOW, workflow, library, files, links::link, state, time);
    }

    /**
     * An order for this flow.
     *
     * @param master the record
     * @param version the id of the version that was approved; never blank
     * @param markets never empty; no market twice in the same language
     * @return the order
     * @throws IllegalArgumentException when {@code version} is blank, or there is no market, or one twice
     */
    public static LocalisationOrder order(SourceRef master, String version, List<MarketPlan> markets) {
        return new LocalisationOrder(FLOW, master, version, markets);
    }

    /**
     * Takes every market as far as it goes without waiting. A market that fails does not stop the others.
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
