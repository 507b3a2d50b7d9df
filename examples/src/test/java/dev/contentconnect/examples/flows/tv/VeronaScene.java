package dev.contentconnect.examples.flows.tv;

import dev.contentconnect.core.model.Segment;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.testkit.PowerCut;
import dev.contentconnect.examples.host.TradingGridGroups;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;

/** A partner in Italy with a brand of its own; a second one may come. */
abstract class VeronaScene extends TvScene {
    static final String VERONA = "Verona Vittles";
    static final String ROMA = "Roma Rice";
    static final Segment ITALY = Segment.region("IT");
    static final Segment FRANCE = Segment.region("FR");

    String id;
    Segment brand;
    SourceRef verona;

    @BeforeEach
    void addPartner() {
        id = UUID.randomUUID().toString();
        brand = Segment.brand("Brand " + id);
        verona = stage.partner(VERONA, ITALY, brand);
    }

    /** TV5 offers what lies in the library of the brand to whoever belongs to its group, and tells nobody. */
    void offer() {
        new SegmentedLibraries(
                        stage.library.vip(PowerCut.never()),
                        stage.people,
                        new TradingGridGroups(stage.people.rules().orElseThrow()),
                        List.of(brand),
                        stage.state,
                        stage.clock)
                .sweep();
    }
}
