package dev.contentconnect.core.spi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.model.Extensions;
import dev.contentconnect.core.model.RightsRecord;
import dev.contentconnect.core.model.RightsStatus;
import dev.contentconnect.core.model.SourceRef;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BlockNoteTest {
    private static final String SYSTEM = "toy";
    private static final SourceRef ASSET = SourceRef.of(SYSTEM, "7");

    private static RightsRecord rights(RightsStatus status) {
        return RightsRecord.builder(ASSET, ASSET)
                .status(status)
                .extensions(Extensions.of(SYSTEM, Map.of("contract", "C-1")))
                .build();
    }

    @Test
    void givesTheStatusBackThatABlockTookAway() {
        RightsRecord blocked = BlockNote.blocked(rights(RightsStatus.CLEARED), SYSTEM, "claimed by another");
        assertThat(blocked.status()).isEqualTo(RightsStatus.BLOCKED);
        assertThat(blocked.extensions().get(SYSTEM))
                .containsEntry("contract", "C-1")
                .containsEntry("block_reason", "claimed by another");

        RightsRecord lifted = BlockNote.unblocked(blocked, SYSTEM, "claim withdrawn");
        assertThat(lifted.status()).isEqualTo(RightsStatus.CLEARED);
        assertThat(lifted.extensions().get(SYSTEM))
                .containsEntry("contract", "C-1")
                .containsEntry("unblock_reason", "claim withdrawn")
                .doesNotContainKeys("status_before_block", "block_reason");
    }

    @Test
    void knowsNothingOfWhatWasBeforeABlockByHand() {
        assertThat(BlockNote.unblocked(rights(RightsStatus.BLOCKED), SYSTEM, "sorry")
                        .status())
                .isEqualTo(RightsStatus.UNKNOWN);
    }

    @Test
    void forgetsTheNoteWithTheBlockThatOtherRightsLift() {
        RightsRecord blocked = BlockNote.blocked(rights(RightsStatus.CLEARED), SYSTEM, "claimed");
        RightsRecord stated = BlockNote.stated(
                blocked.toBuilder().status(RightsStatus.RESTRICTED).build(), SYSTEM);
        assertThat(stated.extensions().get(SYSTEM)).containsOnlyKeys("contract");

        RightsRecord byHand = stated.toBuilder().status(RightsStatus.BLOCKED).build();
        assertThat(BlockNote.unblocked(byHand, SYSTEM, "sorry").status()).isEqualTo(RightsStatus.UNKNOWN);
    }

    @Test
    void leavesRightsAsTheyAreThatAreBlockedOrHaveNoNote() {
        RightsRecord blocked = BlockNote.blocked(rights(RightsStatus.CLEARED), SYSTEM, "claimed");
        assertThat(BlockNote.stated(blocked, SYSTEM)).isSameAs(blocked);
        RightsRecord cleared = rights(RightsStatus.CLEARED);
        assertThat(BlockNote.stated(cleared, SYSTEM)).isSameAs(cleared);
    }
}
