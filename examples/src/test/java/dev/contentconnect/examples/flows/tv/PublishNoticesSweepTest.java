package dev.contentconnect.examples.flows.tv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.LocalErrors;
import dev.contentconnect.core.model.RightsGrant;
import dev.contentconnect.core.model.RightsStatus;
import dev.contentconnect.core.model.Segment;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.model.Territories;
import dev.contentconnect.core.model.Validity;
import dev.contentconnect.core.spi.AssetReader;
import dev.contentconnect.core.spi.Connector;
import dev.contentconnect.core.testkit.PowerCut;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** TV2 as time passes, on a clock that the library has too. */
class PublishNoticesSweepTest extends VeronaScene {
    private PublishNotices flow() {
        return flow(stage.library.vip(PowerCut.never()));
    }

    private PublishNotices flow(Connector library) {
        return new PublishNotices(stage.people, library, List.of(), stage.state, stage.clock);
    }

    private List<Segment> audience() {
        return List.of(ITALY, brand);
    }

    private Instant inNineDays() {
        return stage.clock.now().plus(Duration.ofDays(9));
    }

    @Test
    void tellsOfWhatWaitedForItsDateOnceThatHasCome() {
        SourceRef poster = gallery.draft(id, ITALY, brand);
        gallery.allow(poster, RightsStatus.RESTRICTED, null, "IT");
        gallery.publish(poster, "later " + id, poster.id(), audience(), inNineDays());
        assertThat(flow().advance(poster)).isInstanceOf(NoticeRound.Nothing.class);
        assertThat(flow().sweep().get(poster)).isInstanceOf(NoticeRound.Nothing.class);
        assertThat(stage.mails(VERONA)).isEmpty();

        stage.clock.advance(Duration.ofDays(10));
        assertThat(flow().sweep().get(poster)).isInstanceOf(NoticeRound.Told.class);
        assertThat(stage.mails(VERONA)).hasSize(1);
        assertThat(flow().sweep()).as("everybody was told").isEmpty();
    }

    @Test
    void tellsWhoseRightsHadNotBegunOnceTheyHave() {
        SourceRef poster = gallery.draft(id, ITALY, brand);
        gallery.grant(
                poster,
                RightsStatus.RESTRICTED,
                List.of(RightsGrant.of(Territories.of("IT"), Map.of(), new Validity(inNineDays(), null))));
        gallery.publish(poster, "early " + id, poster.id(), audience());
        assertThat(((NoticeRound.Told) flow().advance(poster)).partners().get(verona))
                .isInstanceOf(NoticeOutcome.Withheld.class);
        assertThat(stage.mails(VERONA)).isEmpty();

        stage.clock.advance(Duration.ofDays(10));
        flow().sweep();
        assertThat(stage.mails(VERONA)).hasSize(1);
        assertThat(flow().sweep()).isEmpty();
    }

    @Test
    void doesNotTakeALibraryWithoutItsProfileForOneWithoutTheAsset() {
        SourceRef poster = gallery.poster(id, audience(), "IT");
        assertThatThrownBy(() -> flow(withoutProfile()).advance(poster))
                .isInstanceOf(ConnectorException.class)
                .hasMessageContaining("server_profile_missing");
        flow().advance(poster);
        assertThat(stage.mails(VERONA)).hasSize(1);
    }

    /** Answers as a WordPress does whose server profile was switched off. */
    private Connector withoutProfile() {
        Connector whole = stage.library.vip(PowerCut.never());
        AssetReader reader = (AssetReader) Proxy.newProxyInstance(
                AssetReader.class.getClassLoader(), new Class<?>[] {AssetReader.class}, (proxy, method, given) -> {
                    throw LocalErrors.of("vip").rejected("assets.get", "server_profile_missing", "no fields");
                });
        return (Connector) Proxy.newProxyInstance(
                Connector.class.getClassLoader(),
                new Class<?>[] {Connector.class},
                (proxy, method, given) -> method.getName().equals("require") && given[0] == AssetReader.class
                        ? reader
                        : method.invoke(whole, given));
    }
}
