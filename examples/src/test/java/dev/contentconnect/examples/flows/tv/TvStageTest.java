package dev.contentconnect.examples.flows.tv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.model.Delivery;
import dev.contentconnect.core.model.DeliveryStatus;
import dev.contentconnect.core.model.Segment;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.CaseFeed;
import dev.contentconnect.core.spi.Notice;
import dev.contentconnect.core.spi.PartnerDesk;
import dev.contentconnect.core.testkit.PowerCut;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the flows stand on: a partner network and a library that know nothing of each other. */
class TvStageTest extends TvScene {
    @Test
    void carriesFilesAndMailsToPartnersAndTellsWhatTheySend() {
        Segment italy = Segment.region("IT");
        SourceRef verona = stage.partner("Verona Vittles", italy);
        String name = UUID.randomUUID().toString();
        SourceRef poster = gallery.poster(name, List.of(italy), "IT");
        PartnerFiles files = stage.files(PowerCut.never(), stage.people);

        assertThat(files.send("a.txt", verona, List.of(italy), gallery.reader().content(poster, null, null)))
                .isEmpty();
        assertThat(stage.outbox("Verona Vittles")).containsExactly(Map.entry("a.txt", Gallery.text(name, 1)));
        assertThat(stage.take("Verona Vittles", "Delivered")).containsOnlyKeys("a.txt");
        assertThat(stage.outbox("Verona Vittles")).isEmpty();
        assertThat(files.track("a.txt", verona).map(Delivery::status)).contains(DeliveryStatus.DELIVERED);

        PartnerDesk desk = stage.people.require(PartnerDesk.class);
        desk.notify(List.of(verona), new Notice("k", "New", "Look.", List.of(), Map.of("version", "1")));
        assertThat(stage.mails("Verona Vittles")).singleElement().satisfies(mail -> {
            assertThat(mail.to()).isEqualTo("veronavittles@partner.example");
            assertThat(mail.fields()).containsEntry("version", "1");
        });

        CaseFeed feed = stage.people.require(CaseFeed.class);
        var begin = feed.changes(null, 10).next();
        stage.pass();
        stage.arrives("Verona Vittles", "864", Map.of("reference id", poster.toString()));
        assertThat(feed.changes(begin, 10).events())
                .filteredOn(event -> "request".equals(event.step()))
                .singleElement()
                .returns(poster, event -> event.subject());
    }
}
