package dev.contentconnect.examples.flows.wv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.AssetKind;
import dev.contentconnect.core.model.AssetVersion;
import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.model.CaseRecord;
import dev.contentconnect.core.model.CaseStatus;
import dev.contentconnect.core.model.Extensions;
import dev.contentconnect.core.model.Publication;
import dev.contentconnect.core.model.RightsStatus;
import dev.contentconnect.core.model.Segment;
import dev.contentconnect.core.model.SegmentKind;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.ApprovalDesk;
import dev.contentconnect.core.spi.ApprovalRequest;
import dev.contentconnect.core.spi.AssetDraft;
import dev.contentconnect.core.spi.AssetPublisher;
import dev.contentconnect.core.spi.AssetReader;
import dev.contentconnect.core.spi.AssetWriter;
import dev.contentconnect.core.spi.CaseDesk;
import dev.contentconnect.core.spi.Content;
import dev.contentconnect.core.spi.PublishRequest;
import dev.contentconnect.core.spi.RightsWriter;
import dev.contentconnect.core.state.StateStore;
import dev.contentconnect.core.state.TrailQuery;
import dev.contentconnect.examples.flows.Reviews;
import dev.contentconnect.examples.flows.Stage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** What people put into the library and do with it there; and what a stranger gets of it. */
final class Shelf {
    static final List<Segment> AUDIENCE = List.of(Segment.region("DE"), Segment.region("AT"));
    static final List<Set<Segment>> TWO = List.of(
            Set.of(Segment.region("DE"), new Segment(SegmentKind.PARTNER_PROGRAM, "Gold")),
            Set.of(Segment.region("FR"), new Segment(SegmentKind.PARTNER_PROGRAM, "Silver")));
    static final List<Segment> SERVING = List.of(Segment.channel("web"));

    private final Stage stage;
    private final Path folder;

    Shelf(Stage stage, Path folder) {
        this.stage = stage;
        this.folder = folder;
    }

    /** Asks until the answer is good. Sandboxes give it at once; the steps of a real engine are done a moment later. */
    <T> T eventually(Supplier<T> question, Predicate<T> good) throws InterruptedException {
        T answer = question.get();
        for (int i = 0; i < 100 && !good.test(answer); i++) {
            stage.clock().sleep(Duration.ofMillis(100));
            answer = question.get();
        }
        return answer;
    }

    AssetReader reader() {
        return stage.eyes().require(AssetReader.class);
    }

    AssetPublisher publisher() {
        return stage.eyes().require(AssetPublisher.class);
    }

    private CaseDesk cases() {
        return stage.people().require(CaseDesk.class);
    }

    /** A picture of a text, with metadata and rights, offered to nobody. */
    SourceRef draft(String name) throws IOException {
        Asset asset = Asset.builder(SourceRef.of("files", name))
                .title("Poster " + name)
                .kind(AssetKind.DOCUMENT)
                .segments(AUDIENCE)
                .extensions(Extensions.of("vip", Map.of("alt_text", "a poster")))
                .build();
        SourceRef ref = stage.eyes()
                .require(AssetWriter.class)
                .create(new AssetDraft("files:" + name, asset, bytes(name, "1")))
                .ref();
        allow(ref, "DE", "AT");
        return ref;
    }

    /** For people who cannot see it; nothing takes the description away. */
    void describe(SourceRef asset, String text) {
        stage.eyes()
                .require(AssetWriter.class)
                .update(Asset.builder(asset)
                        .extensions(Extensions.of("vip", Map.of("alt_text", text)))
                        .build());
    }

    void allow(SourceRef asset, String... countries) {
        stage.eyes()
                .require(RightsWriter.class)
                .apply(Packages.granted(countries).build().toBuilder(asset).build());
    }

    void revoke(SourceRef asset) {
        stage.eyes()
                .require(RightsWriter.class)
                .apply(Packages.granted("DE", "AT").build().toBuilder(asset)
                        .status(RightsStatus.REVOKED)
                        .build());
    }

    /** One that was approved in a case and published under its key, as WV1 does it. */
    SourceRef approved(String name) throws IOException, InterruptedException {
        SourceRef asset = draft(name);
        approve(asset, "wv1:" + name + "@1");
        publish(asset, "wv1:" + name + "@1", asset.id());
        return asset;
    }

    /** One that was approved, and published for two audiences. */
    SourceRef approvedForTwo(String name) throws IOException, InterruptedException {
        SourceRef asset = draft(name);
        allow(asset, "DE", "FR");
        approve(asset, "wv1:" + name + "@1");
        publish(asset, "wv1:" + name + "@1", asset.id(), List.copyOf(TWO.get(0)));
        publish(asset, "by hand too " + name, asset.id(), List.copyOf(TWO.get(1)));
        return asset;
    }

    /** Of the publications that have something in their key. */
    List<Set<Segment>> audiences(SourceRef asset, String inKey) {
        return publisher().publications(asset).stream()
                .filter(one -> one.key() != null && one.key().contains(inKey))
                .map(one -> Set.copyOf(one.audience()))
                .toList();
    }

    void approve(SourceRef asset, String key) throws InterruptedException {
        stage.people()
                .require(ApprovalDesk.class)
                .request(new ApprovalRequest(key, "Poster", asset, asset.id(), List.of("brand"), null, null, Map.of()));
        CaseRecord opened = cases().findByKey(key).orElseThrow();
        Reviews.answer(stage.people(), opened.ref(), Reviews.ALL_APPROVE);
        ended(opened.ref());
    }

    /** Waits until a case has come to its end. */
    CaseRecord ended(SourceRef caseRef) throws InterruptedException {
        CaseRecord record =
                eventually(() -> cases().get(caseRef), found -> found.status().isFinal());
        assertThat(record.status()).isEqualTo(CaseStatus.RESOLVED);
        return record;
    }

    /** By hand, whether anybody approved it or not. */
    Publication publish(SourceRef asset, String key, String version) {
        return publish(asset, key, version, AUDIENCE);
    }

    private Publication publish(SourceRef asset, String key, String version, List<Segment> audience) {
        return publisher()
                .publish(new PublishRequest(key, "By hand", List.of(asset), audience, null, null)
                        .ofVersions(Map.of(asset, version)));
    }

    AssetVersion addVersion(SourceRef asset, String name) throws IOException {
        return stage.eyes().require(AssetWriter.class).addVersion(asset, "version " + name, bytes("poster", name));
    }

    private Content bytes(String name, String version) throws IOException {
        Path file = Files.createDirectories(folder.resolve(version)).resolve(name + ".txt");
        return Content.of(Files.writeString(file, name + " " + version), "text/plain");
    }

    /** The number of the version that a stranger gets; 0 for none. */
    int distributed(SourceRef asset) throws IOException, InterruptedException {
        List<Integer> out = new ArrayList<>();
        for (AssetVersion version : reader().versions(asset)) {
            if (stage.isPublic(version.id())) {
                out.add(version.number());
            }
        }
        assertThat(out).as("versions that are out").hasSizeLessThan(2);
        return out.isEmpty() ? 0 : out.get(0);
    }

    static List<CaseEvent> trail(StateStore state) {
        List<CaseEvent> events = new ArrayList<>();
        state.read(memory -> {
            memory.trail(TrailQuery.ALL, entry -> events.add(entry.event()));
            return events;
        });
        return events;
    }
}
