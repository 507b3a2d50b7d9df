package dev.contentconnect.examples.flows.sw;

import dev.contentconnect.core.model.RightsDimension;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.model.Territory;
import dev.contentconnect.core.model.Use;
import dev.contentconnect.core.spi.Connector;
import dev.contentconnect.core.state.StateStore;
import dev.contentconnect.core.testkit.PowerCut;
import dev.contentconnect.smintio.map.LicenseWords;
import dev.contentconnect.smintio.sandbox.Bought;
import dev.contentconnect.smintio.sandbox.SmintioSandbox;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * An agency with two clients, each with a tenant of Smint.io, and one workflow service. Both tenants know the same ids, as they do in
 * life. North is known by the word Alpine, South by the word Baltic: neither may be read where the other's things are.
 */
final class Agency implements AutoCloseable {
    static final String NORTH = "northpeak";
    static final String SOUTH = "southbay";

    /** Legal and brand, in Austria, on paper. */
    static final ClientPolicy NORTH_POLICY = new ClientPolicy(
            NORTH,
            List.of("brand", "legal"),
            Map.of("brandGroup", "alpine-brand", "legalGroup", "alpine-legal", "escalationGroup", "alpine-leads"),
            Duration.ofDays(4),
            Duration.ofDays(2),
            List.of(SwStage.AUSTRIA),
            Regions.printedIn(SwStage.AUSTRIA));

    /** Marketing alone, in Germany, in films, and with more patience. */
    static final ClientPolicy SOUTH_POLICY = new ClientPolicy(
            SOUTH,
            List.of("marketing"),
            Map.of("marketingGroup", "baltic-marketing", "escalationGroup", "baltic-leads"),
            Duration.ofDays(20),
            Duration.ofDays(10),
            List.of(SwStage.GERMANY),
            at -> List.of(Use.at(at)
                    .in(Territory.of("DE"))
                    .with(RightsDimension.USAGE, LicenseWords.word("film_video_tv_cinema"))));

    final SwStage north = SwStage.sandboxes();
    final SwStage south = north.neighbour(options -> options.tenant(SOUTH));

    AgencyLibraries open(PowerCut cut, StateStore forNorth, StateStore forSouth) {
        return open(north.desk.workflow(cut), north.smintio(cut), south.smintio(cut), forNorth, forSouth);
    }

    AgencyLibraries open(
            Connector workflow, Connector inNorth, Connector inSouth, StateStore forNorth, StateStore forSouth) {
        return AgencyLibraries.open(
                workflow,
                List.of(
                        new AgencyLibraries.Client(NORTH_POLICY, inNorth, Regions::assets, forNorth),
                        new AgencyLibraries.Client(SOUTH_POLICY, inSouth, Regions::assets, forSouth)),
                north.clock);
    }

    /** An asset of the same identity in both tenants, and a purchase of the same identity that it was bought under. */
    SourceRef twins(String name) {
        SourceRef asset = SourceRef.of("smintio", "dam:image:" + name + ":x");
        show(north, asset, name, "Alpine", "advertising_any");
        show(south, asset, name, "Baltic", "film_video_tv_any");
        return asset;
    }

    private static void show(SwStage stage, SourceRef asset, String name, String word, String usage) {
        stage.sandbox.shows(asset.id(), word + " " + name, word.getBytes(StandardCharsets.UTF_8));
        stage.sandbox.personAdds(SmintioSandbox.PENDING, asset.id());
        stage.sandbox.buys(Bought.image("tx-" + name, word + " stock " + name, stage.clock.now())
                .with("licensee_name", word + " AG")
                .term("allowed_usages", List.of(usage))
                .build());
        stage.licences.put(asset.id(), "tx-" + name);
    }

    @Override
    public void close() {
        south.leave();
        north.close();
    }
}
