package dev.contentconnect.examples.flows.wv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.model.Actor;
import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.AssetStatus;
import dev.contentconnect.core.model.AssetVersion;
import dev.contentconnect.core.model.Comment;
import dev.contentconnect.core.model.RightsRecord;
import dev.contentconnect.core.model.RightsStatus;
import dev.contentconnect.core.model.Segment;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.model.Territory;
import dev.contentconnect.core.model.Use;
import dev.contentconnect.core.spi.AssetReader;
import dev.contentconnect.core.spi.CommentThread;
import dev.contentconnect.core.spi.TaskResult;
import dev.contentconnect.core.state.StateStore;
import dev.contentconnect.core.testkit.PowerCut;
import dev.contentconnect.examples.flows.Stage;
import dev.contentconnect.examples.flows.localisation.LocalisationOrder;
import dev.contentconnect.examples.flows.localisation.LocalisationOutcome;
import dev.contentconnect.examples.flows.localisation.MarketLocalisation;
import dev.contentconnect.examples.flows.localisation.MarketPlan;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is compared was read from the library and the workflow service. */
class LocalisationTest {
    private static final MarketPlan AUSTRIA = new MarketPlan(
            "AT",
            "de-AT",
            List.of(Segment.region("AT")),
            false,
            Instant.parse("2031-03-01T12:00:00Z"),
            Instant.parse("2031-03-05T12:00:00Z"),
            Instant.parse("2031-03-08T12:00:00Z"));
    private static final MarketPlan FRANCE =
            new MarketPlan("FR", "fr", List.of(Segment.region("FR")), true, null, null, null);

    private final StateStore state = StateStore.inMemory();
    private final String id = "master-" + UUID.randomUUID();
    private Stage stage;
    private Uploads library;
    private Localisation flow;
    private LocalisationOrder order;

    @BeforeEach
    void open() {
        stage = stage();
        library = new Uploads(stage.eyes());
        flow = new Localisation(
                stage.workflow(PowerCut.never()),
                stage.vip(PowerCut.never()),
                name -> Uploads.text(name, "bytes of " + name),
                state,
                stage.clock());
        SourceRef master = library.upload(id);
        library.state(master, RightsStatus.CLEARED, "AT", "FR", "DE");
        library.approve(master);
        order = Localisation.order(master, library.get(master).currentVersion().id(), List.of(AUSTRIA, FRANCE));
    }

    @AfterEach
    void close() {
        stage.close();
    }

    Stage stage() {
        return Stage.sandboxes();
    }

    private SourceRef caseOf(MarketPlan plan) {
        return ((LocalisationOutcome.Waiting) flow.advance(order).get(plan)).caseRef();
    }

    private void translateAndAdapt(SourceRef caseRef, String file) {
        translate(caseRef);
        adapt(caseRef, file);
    }

    private void translate(SourceRef caseRef) {
        stage.complete(caseRef, "translate", TaskResult.of("done", null, Actor.of("tr@example.com")));
    }

    private void adapt(SourceRef caseRef, String file) {
        stage.complete(
                caseRef,
                "adapt",
                new TaskResult("done", null, Actor.of("ad@example.com"), Map.of(MarketLocalisation.FILE, file)));
    }

    private void say(SourceRef caseRef, String stakeholder, String word, String note) {
        stage.complete(caseRef, stakeholder, TaskResult.of(word, note, Actor.of(stakeholder + "@example.com")));
    }

    private Asset localised(MarketPlan plan) {
        return stage.eyes()
                .require(AssetReader.class)
                .findByKey("wv4:" + order.master() + ":" + plan.id())
                .orElse(null);
    }

    @Test
    void storesOneVersionForEachMarketThatApprovedAndNoneForTheOther() {
        SourceRef austria = caseOf(AUSTRIA);
        SourceRef france = caseOf(FRANCE);
        assertThat(stage.task(austria, "translate").dueAt()).isEqualTo(AUSTRIA.translateBy());
        translate(austria);
        assertThat(stage.task(austria, "adapt").dueAt()).isEqualTo(AUSTRIA.adaptBy());
        adapt(austria, "at-1");
        assertThat(stage.task(austria, "regional").dueAt()).isEqualTo(AUSTRIA.approveBy());
        say(austria, "regional", "approved", null);
        translateAndAdapt(france, "fr-1");
        say(france, "legal", "rejected", "loi Evin");
        stage.ended(austria);
        stage.ended(france);

        assertThat(flow.advance(order).get(AUSTRIA)).isInstanceOf(LocalisationOutcome.Stored.class);

        Asset asset = localised(AUSTRIA);
        assertThat(asset.market()).isEqualTo("AT");
        assertThat(asset.language()).isEqualTo("de-AT");
        assertThat(asset.master()).isEqualTo(order.master());
        assertThat(asset.segments()).containsExactly(Segment.region("AT"));
        assertThat(asset.status()).isEqualTo(AssetStatus.APPROVED);
        assertThat(library.bytes(asset.ref())).isEqualTo("bytes of at-1");
        assertThat(stage.eyes().require(AssetReader.class).versions(asset.ref()))
                .extracting(AssetVersion::id)
                .containsExactly(asset.currentVersion().id());
        RightsRecord rights = library.rights(asset.ref());
        Use use = Use.at(stage.clock().now());
        assertThat(rights.permits(use.in(Territory.of("AT"))).isAllowed()).isTrue();
        assertThat(rights.permits(use.in(Territory.of("DE"))).isAllowed()).isFalse();

        assertThat(localised(FRANCE)).isNull();
        assertThat(stage.eyes().require(CommentThread.class).comments(order.master()))
                .singleElement()
                .extracting(Comment::text)
                .asString()
                .contains("FR/fr gets no version: legal said rejected: loi Evin");
    }

    @Test
    void storesWhatWasAdaptedLastAndNothingTwice() {
        order = Localisation.order(order.master(), order.version(), List.of(AUSTRIA));
        SourceRef austria = caseOf(AUSTRIA);
        translateAndAdapt(austria, "at-1");
        say(austria, "regional", "revise", "too formal");
        stage.complete(
                austria,
                "adapt",
                new TaskResult("done", null, Actor.of("ad@example.com"), Map.of(MarketLocalisation.FILE, "at-2")));
        assertThat(caseOf(AUSTRIA)).isEqualTo(austria);
        say(austria, "regional", "approved", null);
        stage.ended(austria);

        Map<MarketPlan, LocalisationOutcome> first = flow.advance(order);
        assertThat(flow.advance(order)).isEqualTo(first);
        Asset asset = localised(AUSTRIA);
        assertThat(library.bytes(asset.ref())).isEqualTo("bytes of at-2");
        assertThat(stage.eyes().require(AssetReader.class).versions(asset.ref()))
                .hasSize(1);
        assertThat(stage.opened(order.master())).hasSize(1);
    }

    @Test
    void storesNothingForAMarketThatCannotTranslate() {
        order = Localisation.order(order.master(), order.version(), List.of(FRANCE));
        SourceRef france = caseOf(FRANCE);
        stage.complete(france, "translate", TaskResult.of("blocked", "a pun", Actor.of("tr@example.com")));
        stage.ended(france);

        assertThat(flow.advance(order).get(FRANCE))
                .isEqualTo(new LocalisationOutcome.Refused(List.of("translate said blocked")));
        assertThat(localised(FRANCE)).isNull();
    }
}
