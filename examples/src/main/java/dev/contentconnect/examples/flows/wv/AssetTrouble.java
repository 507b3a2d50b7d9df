package dev.contentconnect.examples.flows.wv;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.Segment;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.AssetReader;
import dev.contentconnect.core.spi.Connector;
import dev.contentconnect.core.spi.RightsReader;
import dev.contentconnect.core.time.TimeSource;
import dev.contentconnect.examples.flows.Incidents;
import dev.contentconnect.examples.flows.IntendedUses;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Why assets of the library may not go out now, and the cases in which that is corrected. */
final class AssetTrouble {
    private static final String GONE = " is not there any more";

    private final AssetReader reader;
    private final RightsReader rights;
    private final Completeness needed;
    private final List<Segment> serving;
    private final Incidents incidents;
    private final DeliveryWaits waits;
    private final TimeSource time;

    AssetTrouble(
            Connector library,
            Completeness needed,
            List<Segment> serving,
            Incidents incidents,
            DeliveryWaits waits,
            TimeSource time) {
        this.reader = library.require(AssetReader.class);
        this.rights = library.require(RightsReader.class);
        this.needed = needed;
        this.serving = List.copyOf(serving);
        this.incidents = incidents;
        this.waits = waits;
        this.time = time;
    }

    /**
     * What is wrong with an asset.
     *
     * @param gaps what it lacks in metadata and rights for the audience it is meant for
     * @param unfit why a package with it is not whole: it is gone, has no bytes or is kept back
     * @param gone whether it is there no more
     */
    record Look(List<String> gaps, List<String> unfit, boolean gone) {}

    Look look(SourceRef asset) {
        Optional<Asset> found = find(asset);
        if (found.isEmpty()) {
            return new Look(List.of(), List.of(asset.id() + GONE), true);
        }
        List<String> gaps = new ArrayList<>(needed.missing(found.get()));
        gaps.addAll(IntendedUses.objections(serving, found.get().segments(), rights.rights(asset), asset, time.now()));
        return new Look(gaps, needed.unfit(found.get()), false);
    }

    /** What still keeps an asset from going out: an open case, or one that people gave up. */
    Optional<Incidents.Incident> settle(SourceRef asset, Look look, SourceRef delivery) {
        List<String> gaps = look.gaps();
        List<SourceRef> there = look.gone() ? List.of() : List.of(asset);
        Optional<Incidents.Incident> incident = incidents.current(asset, asset);
        if (incident.flatMap(Incidents.Incident::question).isPresent()) {
            String found = look.gone() ? asset.id() + GONE : "complete";
            incidents.answer(incident.get(), gaps.isEmpty(), gaps.isEmpty() ? found : String.join("; ", gaps));
            incident = incidents.current(asset, asset);
        }
        if (incident.isPresent() && !incident.get().isOpen()) {
            if (!gaps.isEmpty() && incident.get().isGivenUp()) {
                incidents.giveUp(List.of(asset), incident.get());
                return incident;
            }
            if (gaps.isEmpty()) {
                incidents.say(there, incident.get(), "resolved", incidents.resolution(incident.get()));
            }
            // When people said that it is solved and it is not, that is another failure.
            incidents.over(incident.get());
            incident = Optional.empty();
        }
        if (incident.isEmpty() && !gaps.isEmpty()) {
            String title = "Asset " + asset.id() + " cannot be distributed";
            incident = Optional.of(incidents.open(asset, asset, title, "normal", gaps));
        }
        incident.ifPresent(open -> waits.block(delivery, open));
        return incident;
    }

    /** Those that are not gone. */
    List<SourceRef> there(List<SourceRef> assets) {
        return assets.stream().filter(asset -> find(asset).isPresent()).toList();
    }

    private Optional<Asset> find(SourceRef asset) {
        try {
            return Optional.of(reader.get(asset));
        } catch (ConnectorException e) {
            if (e.kind() == ErrorKind.NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
