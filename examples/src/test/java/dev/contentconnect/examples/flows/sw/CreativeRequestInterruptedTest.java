package dev.contentconnect.examples.flows.sw;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.model.AssetKind;
import dev.contentconnect.core.model.CaseEventType;
import dev.contentconnect.core.model.RightsDimension;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.AssetPublisher;
import dev.contentconnect.core.spi.CaseDesk;
import dev.contentconnect.core.spi.CaseRequest;
import dev.contentconnect.core.spi.PublishRequest;
import dev.contentconnect.examples.flows.Interruptions;
import dev.contentconnect.examples.flows.Standing;
import dev.contentconnect.smintio.map.LicenseWords;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The process ends after any request and beside any commit; what is compared was read from both systems. */
class CreativeRequestInterruptedTest {
    private static final CreativeRequest.Answer ANSWER = new CreativeRequest.Answer(
            new CreativeWords(
                    Map.of("magazine", Map.of(RightsDimension.USAGE, LicenseWords.word("advertising_print"))),
                    Map.of("picture", AssetKind.IMAGE)),
            asset -> true,
            asset -> URI.create("https://portal.example/asset/" + asset.id()),
            10);

    private final SwStage stage = SwStage.sandboxes();

    @AfterEach
    void close() {
        stage.close();
    }

    /** A look at what is out costs a request for each publication: those of earlier runs go. */
    private void tidy() {
        stage.sandbox.personDeletes(" sw3:");
    }

    private SourceRef request(String id) {
        Map<String, Object> values = Map.of("campaignType", "magazine", "regions", "AT", "format", "picture");
        return stage.desk
                .people()
                .require(CaseDesk.class)
                .open(new CaseRequest(id, CreativeRequest.CASE_TYPE, "Page " + id, null, null, null, null, values))
                .ref();
    }

    private long attached(SourceRef caseRef) {
        Object variables =
                stage.read(caseRef).extensions().get(caseRef.system()).get("variables");
        return ((Map<?, ?>) variables)
                .keySet().stream()
                        .filter(one -> String.valueOf(one).startsWith("link_"))
                        .count();
    }

    @Test
    void deliversOnceWheneverItDies() throws Exception {
        SourceRef good = stage.licensed("good", stage.stock("good"));
        stage.isFor(good, SwStage.AUSTRIA);
        stage.portal
                .require(AssetPublisher.class)
                .publish(new PublishRequest("hand", "Mine", List.of(good), List.of(SwStage.GERMANY), null, null));
        Map<String, SourceRef> requests = new HashMap<>();
        Interruptions.survived(
                "wanted",
                (id, cut, memory) -> {
                    SourceRef caseRef = requests.computeIfAbsent(id, this::request);
                    CreativeRequest cutOff = new CreativeRequest(
                            stage.desk.workflow(cut), stage.smintio(cut), ANSWER, memory, stage.clock);
                    if (cutOff.advance(caseRef) instanceof Standing.Waiting) {
                        stage.desk.complete(caseRef, Map.of("ownerDecision", "approved"));
                        cutOff.advance(caseRef);
                    }
                },
                (id, memory) -> {
                    SourceRef caseRef = requests.get(id);
                    assertThat(stage.read(caseRef).outcome()).as(id).isEqualTo("delivered");
                    assertThat(attached(caseRef)).as(id).isOne();
                    assertThat(stage.offers(good, SwStage.AUSTRIA).stream()
                                    .filter(name -> name.contains(caseRef.toString())))
                            .as(id)
                            .hasSize(1);
                    assertThat(SwStage.trail(memory, CaseEventType.ASSET_LINKED))
                            .as(id)
                            .hasSize(1);
                    tidy();
                });
    }
}
