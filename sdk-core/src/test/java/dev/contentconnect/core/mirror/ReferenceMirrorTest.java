package dev.contentconnect.core.mirror;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.config.Secret;
import dev.contentconnect.core.model.Actor;
import dev.contentconnect.core.model.AssetStatus;
import dev.contentconnect.core.model.Comment;
import dev.contentconnect.core.model.Prohibition;
import dev.contentconnect.core.model.RightsGrant;
import dev.contentconnect.core.model.RightsRecord;
import dev.contentconnect.core.model.RightsStatus;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.model.Territories;
import dev.contentconnect.core.model.Territory;
import dev.contentconnect.core.model.Validity;
import dev.contentconnect.core.spi.AssetReader;
import dev.contentconnect.core.spi.AssetWriter;
import dev.contentconnect.core.spi.CaseDesk;
import dev.contentconnect.core.spi.CommentDraft;
import dev.contentconnect.core.spi.CommentThread;
import dev.contentconnect.core.spi.Connector;
import dev.contentconnect.core.spi.ProgressDesk;
import dev.contentconnect.core.spi.RightsReader;
import dev.contentconnect.core.spi.RightsWriter;
import dev.contentconnect.core.state.StateStore;
import dev.contentconnect.core.state.TrailChain;
import dev.contentconnect.core.testkit.FakeClock;
import dev.contentconnect.core.testkit.PowerCut;
import dev.contentconnect.core.testkit.Wiring;
import dev.contentconnect.core.testkit.reference.ReferenceConfig;
import dev.contentconnect.core.testkit.reference.ReferenceConnector;
import dev.contentconnect.core.testkit.reference.ReferenceSandbox;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two real connectors over HTTP: two tenants of one system, whose objects have the same ids. */
class ReferenceMirrorTest {
    private static final FakeClock CLOCK = new FakeClock(Instant.parse("2026-11-21T10:00:00Z"));
    private static final List<AutoCloseable> OPEN = new ArrayList<>();

    private static Tenant munich;
    private static Tenant lyon;

    private final StateStore store = StateStore.inMemory(CLOCK, TrailChain.plain());

    /** One tenant and the people in it. */
    private record Tenant(String name, ReferenceSandbox sandbox, Connector connector) {
        static Tenant open(String name) {
            ReferenceSandbox sandbox = new ReferenceSandbox(CLOCK);
            Connector connector = ReferenceConnector.create(new Wiring(CLOCK)
                    .apply(ReferenceConfig.builder())
                    .endpoint(sandbox.endpoint())
                    .clientId(ReferenceSandbox.CLIENT_ID)
                    .clientSecret(Secret.of(ReferenceSandbox.CLIENT_SECRET))
                    .build());
            OPEN.add(connector);
            OPEN.add(sandbox);
            return new Tenant(name, sandbox, connector);
        }

        SourceRef asset(String status) {
            return sandbox.add("assets", Map.of("title", "Poster", "status", status));
        }

        MirrorSide side(PowerCut cut) {
            Connector dying = cut.on(connector);
            return MirrorSide.of(dying)
                    .named(name)
                    .field(
                            "status",
                            FieldPorts.assetStatus(dying.require(AssetReader.class), dying.require(AssetWriter.class)))
                    .field(
                            "rights",
                            FieldPorts.rights(dying.require(RightsReader.class), dying.require(RightsWriter.class)))
                    .build();
        }

        Comment say(SourceRef asset, String key, String text) {
            return connector
                    .require(CommentThread.class)
                    .add(asset, new CommentDraft(key, text, Actor.of("ann"), null));
        }

        List<Comment> said(SourceRef asset) {
            return connector.require(CommentThread.class).comments(asset).stream()
                    .toList();
        }

        String status(SourceRef asset) {
            return connector.require(AssetReader.class).get(asset).status().value();
        }

        RightsRecord rights(SourceRef asset) {
            return connector.require(RightsReader.class).rights(asset);
        }

        void grant(SourceRef asset, String... countries) {
            List<RightsGrant> grants = new ArrayList<>();
            for (String country : countries) {
                Territories where = new Territories(List.of(Territory.of(country)), List.of());
                grants.add(RightsGrant.of(where, Map.of(), Validity.ALWAYS));
            }
            connector
                    .require(RightsWriter.class)
                    .apply(rights(asset).toBuilder()
                            .status(RightsStatus.CLEARED)
                            .grants(grants)
                            .updatedAt(CLOCK.now())
                            .build());
        }
    }

    @BeforeAll
    static void openTenants() {
        munich = Tenant.open("munich");
        lyon = Tenant.open("lyon");
    }

    @AfterAll
    static void closeTenants() throws Exception {
        for (AutoCloseable one : OPEN) {
            one.close();
        }
    }

    private MirrorResult sync(PowerCut cut, SourceRef left, SourceRef right) {
        return Mirror.builder("agency", cut.on(store), CLOCK)
                .between(munich.side(cut), lyon.side(cut))
                .field("status", FieldRule.lastWriter())
                .field("rights", FieldRule.leftRules())
                .comments()
                .patience(Duration.ofMinutes(2))
                .build()
                .sync(left, right);
    }

    private MirrorResult sync(SourceRef left, SourceRef right) {
        return sync(PowerCut.never(), left, right);
    }

    @Test
    void mirrorsStatusRightsAndCommentsOfTwoTenantsWithTheSameIds() {
        SourceRef left = munich.asset("in_review");
        SourceRef right = lyon.asset("in_review");
        munich.grant(left, "DE", "AT");
        munich.say(left, "k1", "Too dark");
        lyon.say(right, "k1", "Trop sombre");
        sync(left, right);
        assertThat(lyon.rights(right).grants()).hasSize(2);
        assertThat(lyon.rights(right).status()).isEqualTo(RightsStatus.CLEARED);
        assertThat(lyon.said(right))
                .extracting(Comment::text)
                .anyMatch(text -> text.startsWith("[munich, ") && text.endsWith("]\nToo dark"));
        assertThat(munich.said(left)).hasSize(2).extracting(Comment::author).containsOnly(Actor.of("ann"));
        assertThat(sync(left, right).events()).isEmpty();
        CLOCK.advance(Duration.ofSeconds(1));
        lyon.connector()
                .require(AssetWriter.class)
                .update(lyon.connector().require(AssetReader.class).get(right).toBuilder()
                        .status(AssetStatus.APPROVED)
                        .build());
        lyon.connector().require(RightsWriter.class).block(right, "claim");
        sync(left, right);
        assertThat(munich.status(left)).isEqualTo("approved");
        assertThat(munich.rights(left).status()).isEqualTo(RightsStatus.BLOCKED);
        assertThat(munich.rights(left).prohibitions())
                .extracting(Prohibition::reason)
                .containsExactly("claim");
        assertThat(sync(left, right).events()).isEmpty();
    }

    @Test
    void decidesRightsThatBothChangedByRuleAndKeepsWhatWasLost() {
        SourceRef left = munich.asset("approved");
        SourceRef right = lyon.asset("approved");
        munich.grant(left, "DE");
        sync(left, right);
        CLOCK.advance(Duration.ofSeconds(1));
        munich.grant(left, "AT", "DE");
        CLOCK.advance(Duration.ofSeconds(1));
        lyon.grant(right, "FR");
        MirrorResult result = sync(left, right);
        assertThat(lyon.rights(right).grants()).hasSize(2);
        assertThat(result.conflicts())
                .singleElement()
                .satisfies(event -> assertThat(
                                String.valueOf(event.extensions().get("mirror").get("lost")))
                        .contains("\"FR\""));
        CLOCK.advance(Duration.ofSeconds(1));
        // The same grants in another order are the same rights.
        munich.grant(left, "DE", "AT");
        assertThat(sync(left, right).events()).isEmpty();
    }

    @Test
    void endsInTheSameStateWhereverTheProcessIsKilled() {
        boolean killed = true;
        for (int moment = 0; killed; moment++) {
            assertThat(moment).isLessThan(200);
            SourceRef left = munich.asset("draft");
            SourceRef right = lyon.asset("in_review");
            munich.grant(left, "DE");
            munich.say(left, "l" + moment, "left");
            lyon.say(right, "r" + moment, "right");
            killed = false;
            try {
                sync(new PowerCut(moment), left, right);
            } catch (PowerCut.Killed expected) {
                killed = true;
            }
            sync(left, right);
            assertThat(munich.said(left)).as("moment %s", moment).hasSize(2);
            assertThat(lyon.said(right)).hasSize(2);
            assertThat(munich.status(left)).isEqualTo("draft").isEqualTo(lyon.status(right));
            assertThat(lyon.rights(right).grants()).hasSize(1);
            assertThat(sync(left, right).events()).isEmpty();
        }
    }

    @Test
    void mirrorsTheStatusOfACaseInOtherWords() {
        SourceRef asset = munich.asset("in_review");
        SourceRef work = lyon.sandbox().add("cases", Map.of("title", "Review", "status", "open"));
        FieldPort words = FieldPorts.translated(
                FieldPorts.caseStatus(
                        lyon.connector().require(CaseDesk.class),
                        lyon.connector().require(ProgressDesk.class)),
                Map.of("open", "in_review", "on_hold", "held", "resolved", "approved"));
        Mirror mirror = Mirror.builder("issue", store, CLOCK)
                .between(
                        munich.side(PowerCut.never()),
                        MirrorSide.of("reference")
                                .named("desk")
                                .field("status", words)
                                .build())
                .field("status", FieldRule.lastWriter())
                .build();
        assertThat(mirror.sync(asset, work).events()).isEmpty();
        lyon.connector().require(CaseDesk.class).hold(work, "waiting");
        mirror.sync(asset, work);
        assertThat(munich.status(asset)).isEqualTo("held");
        munich.connector()
                .require(AssetWriter.class)
                .update(munich.connector().require(AssetReader.class).get(asset).toBuilder()
                        .status(AssetStatus.APPROVED)
                        .build());
        mirror.sync(asset, work);
        assertThat(lyon.connector().require(CaseDesk.class).get(work).status().value())
                .isEqualTo("resolved");
        munich.connector()
                .require(AssetWriter.class)
                .update(munich.connector().require(AssetReader.class).get(asset).toBuilder()
                        .status(AssetStatus.ARCHIVED)
                        .build());
        assertThat(mirror.sync(asset, work).refused())
                .singleElement()
                .satisfies(event -> assertThat(event.note()).contains("no such status: archived"));
        assertThat(mirror.sync(asset, work).events()).isEmpty();
    }
}
