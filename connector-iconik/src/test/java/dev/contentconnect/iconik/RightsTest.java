package dev.contentconnect.iconik;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.model.AssetStatus;
import dev.contentconnect.core.model.Prohibition;
import dev.contentconnect.core.model.RightsGrant;
import dev.contentconnect.core.model.RightsRecord;
import dev.contentconnect.core.model.RightsStatus;
import dev.contentconnect.core.model.Territories;
import dev.contentconnect.core.model.Territory;
import dev.contentconnect.core.model.Validity;
import dev.contentconnect.core.spi.AssetReader;
import dev.contentconnect.core.spi.NotOffered;
import dev.contentconnect.core.spi.RightsReader;
import dev.contentconnect.core.spi.RightsWriter;
import dev.contentconnect.iconik.api.ListQuery;
import dev.contentconnect.iconik.sandbox.IconikSandbox;
import dev.contentconnect.iconik.wire.WireHistory;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rights are fields that the tenant defines, and a block that may be ruled by one of them. */
class RightsTest {
    private static final Map<String, String> BLOCK_FIELDS = Map.of("block", "Blocked", "warning", "BlockReason");

    private Tenant tenant = new Tenant();

    @AfterEach
    void close() {
        tenant.close();
    }

    private void configure(UnaryOperator<IconikConfigBuilder> options) {
        tenant.close();
        tenant = new Tenant(options);
    }

    private String asset() {
        return tenant.sandbox.personUploads("Film", Tenant.BYTES);
    }

    private RightsWriter writer() {
        return tenant.the(RightsWriter.class);
    }

    private RightsRecord read(String asset) {
        return tenant.the(RightsReader.class).rights(Tenant.ref(asset));
    }

    private static RightsRecord rights(String asset) {
        return RightsRecord.builder(Tenant.ref(asset), Tenant.ref(asset))
                .status(RightsStatus.CLEARED)
                .holder("Grün & Söhne")
                .grants(List.of(RightsGrant.of(
                        Territories.of("DE", "AT"),
                        Map.of(),
                        new Validity(null, Instant.parse("2032-01-01T00:00:00Z")))))
                .prohibitions(List.of(Prohibition.in("law", List.of(Territory.of("FR")))))
                .build();
    }

    @Test
    void bringsAllRightsHome() {
        String asset = asset();
        RightsRecord stored = writer().apply(rights(asset));
        assertThat(stored.toBuilder().updatedAt(null).build()).isEqualTo(rights(asset));
        assertThat(tenant.sandbox.values(asset, "RightsTerritories")).containsExactly("DE", "AT");
        assertThat(tenant.sandbox.values(asset, "RightsValidUntil")).containsExactly("2032-01-01T00:00:00Z");
    }

    @Test
    void doesNotTakeAPartOfTheRightsForAll() {
        String asset = asset();
        tenant.sandbox.takeOut(IconikSandbox.RIGHTS_VIEW, "RightsRecord");
        ConnectorException refused =
                catchThrowableOfType(ConnectorException.class, () -> writer().apply(rights(asset)));
        assertThat(refused.error().trace().vendorCode()).isEqualTo("silently_dropped");
        assertThat(read(asset).prohibitions()).isEmpty();
    }

    @Test
    void letsWhatPeopleWroteGoBefore() {
        String asset = asset();
        writer().apply(rights(asset));
        tenant.sandbox.personFills(asset, IconikSandbox.RIGHTS_VIEW, "RightsStatus", "Revoked");
        assertThat(read(asset).status()).isEqualTo(RightsStatus.REVOKED);
        assertThat(read(asset).prohibitions()).hasSize(1);
    }

    @Test
    void showsToWhichGroupsDownloadsAreLimitedAndLeavesThatAlone() {
        String asset = asset();
        assertThat(read(asset).extensions().get("iconik")).doesNotContainKey("limit_download_to_groups");
        List<String> groups = List.of(IconikSandbox.GROUP);
        tenant.sandbox.personSets(asset, "limit_download_to_groups", groups);
        assertThat(read(asset).extensions().get("iconik")).containsEntry("limit_download_to_groups", groups);
        writer().apply(rights(asset));
        writer().block(Tenant.ref(asset), "complaint");
        assertThat(tenant.sandbox.asset(asset)).containsEntry("limit_download_to_groups", groups);
        assertThat(read(asset).extensions().get("iconik")).containsEntry("limit_download_to_groups", groups);
    }

    @Test
    void knowsNothingWhereNothingWasSaid() {
        RightsRecord rights = read(asset());
        assertThat(rights.status()).isEqualTo(RightsStatus.UNKNOWN);
        assertThat(rights.grants()).isEmpty();
    }

    @Test
    void refusesRightsThatWereReadBeforeAnotherChange() {
        String asset = asset();
        RightsRecord read = writer().apply(rights(asset));
        tenant.settle();
        tenant.sandbox.personFills(asset, IconikSandbox.RIGHTS_VIEW, "RightsHolder", "Somebody else");
        assertThat(catchThrowableOfType(ConnectorException.class, () -> writer().apply(read))
                        .kind())
                .isEqualTo(ErrorKind.CONFLICT);
    }

    @ParameterizedTest
    @CsvSource({"false,false", "false,true", "true,false", "true,true"})
    void blocksWhicheverWayTheTenantRulesIt(boolean configured, boolean ruledByField) {
        configure(options -> configured ? options.rightsFields(BLOCK_FIELDS) : options);
        String asset = asset();
        writer().apply(rights(asset));
        if (ruledByField) {
            tenant.sandbox.ruleBlockByField();
        }
        if (ruledByField && !configured) {
            ConnectorException refused = catchThrowableOfType(
                    ConnectorException.class, () -> writer().block(Tenant.ref(asset), "complaint"));
            assertThat(refused.error().trace().vendorCode()).isEqualTo("silently_dropped");
            return;
        }
        RightsRecord blocked = writer().block(Tenant.ref(asset), "complaint");
        assertThat(blocked.status()).isEqualTo(RightsStatus.BLOCKED);
        assertThat(blocked.extensions().get("iconik")).containsEntry("warning", "complaint");
        assertThat(tenant.sandbox.asset(asset)).containsEntry("is_blocked", true);
        assertThat(tenant.the(AssetReader.class).get(Tenant.ref(asset)).status())
                .isEqualTo(AssetStatus.BLOCKED);

        RightsRecord free = writer().unblock(Tenant.ref(asset), "settled");
        assertThat(free.status()).isEqualTo(RightsStatus.CLEARED);
        assertThat(free.extensions().get("iconik")).isEmpty();
        assertThat(tenant.sandbox.asset(asset))
                .containsEntry("is_blocked", false)
                .containsEntry("warning", null);
        assertThat(tenant.client().assets().history(asset, ListQuery.ALL))
                .extracting(WireHistory::operationDescription)
                .containsExactly("Blocked: complaint", "Unblocked: settled");
    }

    @Test
    void blocksWhatMayNoLongerBeUsedAndFreesWhatMayBeUsedAgain() {
        String asset = asset();
        RightsRecord expired = writer().apply(
                        rights(asset).toBuilder().status(RightsStatus.EXPIRED).build());
        assertThat(expired.status()).isEqualTo(RightsStatus.EXPIRED);
        assertThat(tenant.sandbox.asset(asset)).containsEntry("is_blocked", true);

        RightsRecord renewed =
                writer().apply(expired.toBuilder().status(RightsStatus.CLEARED).build());
        assertThat(renewed.status()).isEqualTo(RightsStatus.CLEARED);
        assertThat(tenant.sandbox.asset(asset)).containsEntry("is_blocked", false);
    }

    @Test
    void keepsTheWordUnderneathABlock() {
        String asset = asset();
        writer().apply(rights(asset));
        RightsRecord blocked = writer().block(Tenant.ref(asset), "complaint");
        RightsRecord corrected =
                writer().apply(blocked.toBuilder().holder("Grün AG").build());
        assertThat(corrected.status()).isEqualTo(RightsStatus.BLOCKED);
        RightsRecord free = writer().unblock(Tenant.ref(asset), "settled");
        assertThat(free.status()).isEqualTo(RightsStatus.CLEARED);
        assertThat(free.holder()).isEqualTo("Grün AG");
    }

    @Test
    void doesNotKnowWhatWasBeforeABlockByHand() {
        String asset = asset();
        tenant.sandbox.personFills(asset, IconikSandbox.RIGHTS_VIEW, "RightsStatus", "blocked");
        assertThat(read(asset).status()).isEqualTo(RightsStatus.BLOCKED);
        assertThat(writer().unblock(Tenant.ref(asset), "settled").status()).isEqualTo(RightsStatus.UNKNOWN);
    }

    @Test
    void refusesRightsThatTheFieldsCannotHold() {
        Map<String, String> few = new HashMap<>();
        few.put("record", "");
        configure(options -> options.rightsFields(few));
        String asset = asset();
        ConnectorException refused =
                catchThrowableOfType(ConnectorException.class, () -> writer().apply(rights(asset)));
        assertThat(refused.error().trace().vendorCode()).isEqualTo("no_place");
        RightsRecord plain = rights(asset).toBuilder().prohibitions(List.of()).build();
        assertThat(writer().apply(plain).grants()).isEqualTo(plain.grants());
    }

    @Test
    void blocksWithoutAViewForRights() {
        configure(options -> options.rightsView(null));
        String asset = asset();
        assertThat(writer().block(Tenant.ref(asset), "complaint").status()).isEqualTo(RightsStatus.BLOCKED);
        assertThat(read(asset).status()).isEqualTo(RightsStatus.BLOCKED);
        assertThat(writer().unblock(Tenant.ref(asset), "settled").status()).isEqualTo(RightsStatus.UNKNOWN);
        ConnectorException refused =
                catchThrowableOfType(ConnectorException.class, () -> writer().apply(rights(asset)));
        assertThat(refused.error().trace().vendorCode()).isEqualTo(NotOffered.CODE);
    }

    @Test
    void saysWhichFieldsAViewLacks() {
        configure(options -> options.rightsFields(Map.of("holder", "Owner", "block", "Blocked")));
        ConnectorException refused = catchThrowableOfType(ConnectorException.class, () -> tenant.connector.check());
        assertThat(refused).hasMessageContaining("Owner").hasMessageContaining("rightsFields");
    }
}
