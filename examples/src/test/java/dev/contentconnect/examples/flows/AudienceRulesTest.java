package dev.contentconnect.examples.flows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.contentconnect.core.model.Segment;
import dev.contentconnect.core.model.SegmentKind;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AudienceRulesTest {
    private static final Segment AGENCY = new Segment(SegmentKind.AGENCY, "Quillfeather");
    private static final Segment PROGRAM = new Segment(SegmentKind.PARTNER_PROGRAM, "Quillfeather");
    private static final Segment AUSTRIA = Segment.region("AT");
    private static final Segment WEB = Segment.channel("web");
    private static final AudienceRules RULES = AudienceRules.AS_IS
            .saying(SegmentKind.AGENCY, SegmentKind.PARTNER_PROGRAM)
            .inWords(SegmentKind.CHANNEL);

    @Test
    void saysAKindAsAnotherOrInWords() {
        List<Segment> audience = List.of(AUSTRIA, WEB, AGENCY, Segment.channel("social"));

        assertThat(RULES.segments(audience)).containsExactly(AUSTRIA, PROGRAM);
        assertThat(RULES.note(audience)).isEqualTo("channel: web, social");
    }

    @Test
    void saysWhatBecomesTheSameOnce() {
        assertThat(RULES.segments(List.of(PROGRAM, AGENCY))).containsExactly(PROGRAM);
    }

    @Test
    void leavesEverythingAsItIsWithoutRules() {
        assertThat(AudienceRules.AS_IS.segments(List.of(WEB, AGENCY))).containsExactly(WEB, AGENCY);
        assertThat(AudienceRules.AS_IS.note(List.of(WEB, AGENCY))).isNull();
    }

    @Test
    void everybodyStaysEverybody() {
        assertThat(RULES.segments(List.of())).isEmpty();
    }

    @Test
    void refusesToWidenAnAudienceToEverybody() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RULES.segments(List.of(WEB)))
                .withMessageContaining("everybody");
    }

    @Test
    void refusesToSayAKindInTwoWays() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AudienceRules(
                        Map.of(SegmentKind.AGENCY, SegmentKind.PARTNER_PROGRAM), Set.of(SegmentKind.AGENCY)));
    }
}
