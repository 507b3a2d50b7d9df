package dev.contentconnect.xecm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.model.Extensions;
import dev.contentconnect.core.model.Prohibition;
import dev.contentconnect.core.model.RightsDimension;
import dev.contentconnect.core.model.RightsGrant;
import dev.contentconnect.core.model.RightsRecord;
import dev.contentconnect.core.model.RightsStatus;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.model.Terms;
import dev.contentconnect.core.model.Territories;
import dev.contentconnect.core.model.Territory;
import dev.contentconnect.core.model.Validity;
import dev.contentconnect.core.spi.RightsReader;
import dev.contentconnect.core.spi.RightsWriter;
import dev.contentconnect.xecm.sandbox.XecmSandbox;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Rights in a category, which people edit too. */
class RightsTest extends Scenes {
    private static final String CATEGORY = XecmSandbox.RIGHTS_CATEGORY + "_";

    private RightsWriter writer() {
        return connector.require(RightsWriter.class);
    }

    private RightsRecord read(SourceRef asset) {
        return connector.require(RightsReader.class).rights(asset);
    }

    private static RightsRecord rights(SourceRef asset, long agreement) {
        RightsGrant grant = new RightsGrant(
                "Royalty free",
                Territories.of("AT", "DE"),
                Map.of(RightsDimension.CHANNEL, Terms.of("web", "print")),
                Validity.ofDays(LocalDate.of(2031, 1, 1), LocalDate.of(2031, 12, 31), ZoneOffset.UTC),
                null,
                null,
                List.of(),
                List.of(),
                Extensions.none());
        return RightsRecord.builder(SourceRef.of("dam", "r-1"), asset)
                .status(RightsStatus.CLEARED)
                .holder("Grün & Söhne")
                .usageTerms("no alcohol")
                .grants(List.of(grant))
                .documents(List.of(ref(agreement)))
                .build();
    }

    @Test
    void writesAttributesThatPeopleCanRead() {
        SourceRef asset = create("k", "Poster").ref();
        long agreement = sandbox.upload(XecmSandbox.FOLDER, "agreement.pdf", new byte[1]);
        writer().apply(rights(asset, agreement));

        long id = id(asset);
        assertThat(sandbox.value(id, CATEGORY + 2)).isEqualTo("Cleared");
        assertThat(sandbox.value(id, CATEGORY + 3)).isEqualTo("Grün & Söhne");
        assertThat(sandbox.value(id, CATEGORY + 5)).isEqualTo("2031-01-01T00:00:00");
        assertThat(sandbox.value(id, CATEGORY + 6)).as("the last day").isEqualTo("2031-12-31T00:00:00");
        assertThat(sandbox.value(id, CATEGORY + 7)).isEqualTo(List.of("AT", "DE"));
        assertThat(sandbox.value(id, CATEGORY + "11_1_12")).isEqualTo(Long.toString(agreement));
    }

    @Test
    void takesWhatPeopleChangedAndKeepsTheRest() {
        SourceRef asset = create("k", "Poster").ref();
        long agreement = sandbox.upload(XecmSandbox.FOLDER, "agreement.pdf", new byte[1]);
        RightsRecord whole = rights(asset, agreement).toBuilder()
                .prohibitions(List.of(Prohibition.in("embargo", List.of(Territory.of("FR")))))
                .build();
        writer().apply(whole);
        sandbox.edit(id(asset), CATEGORY + 2, "Restricted");
        sandbox.edit(id(asset), CATEGORY + 3, "Blau KG");

        RightsRecord now = read(asset);
        assertThat(now.status()).isEqualTo(RightsStatus.RESTRICTED);
        assertThat(now.holder()).isEqualTo("Blau KG");
        assertThat(now.prohibitions()).isEqualTo(whole.prohibitions());
        assertThat(now.grants()).isEqualTo(whole.grants());
    }

    @Test
    void readsWhatPeopleWroteAlone() {
        long id = sandbox.upload(XecmSandbox.FOLDER, "a.pdf", new byte[1]);
        sandbox.edit(id, CATEGORY + 2, "Blocked");
        sandbox.edit(id, CATEGORY + 6, "2031-06-30T00:00:00");
        sandbox.edit(id, CATEGORY + 7, List.of("AT"));
        RightsRecord rights = read(ref(id));

        assertThat(rights.status()).isEqualTo(RightsStatus.BLOCKED);
        assertThat(rights.grants().get(0).validity().until())
                .as("the day after the last one")
                .isEqualTo(LocalDate.of(2031, 7, 1).atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    @Test
    void doesNotKnowWhatADateMeansThatIsNone() {
        long id = sandbox.upload(XecmSandbox.FOLDER, "a.pdf", new byte[1]);
        sandbox.edit(id, CATEGORY + 2, "Cleared");
        sandbox.edit(id, CATEGORY + 6, "some day");
        assertThat(read(ref(id)).status()).isEqualTo(RightsStatus.UNKNOWN);
        assertThat(read(ref(id)).extensions().get("xecm")).containsEntry("validUntil", "some day");
    }

    @Test
    void keepsWhatOtherSystemsAddedWhenSomebodyWritesADateThatIsNone() {
        SourceRef asset = create("k", "Poster").ref();
        writer().apply(RightsRecord.builder(asset, asset)
                .status(RightsStatus.CLEARED)
                .extensions(Extensions.of("dam", Map.of("license", "L-7")).with("xecm", Map.of("note", "kept")))
                .build());
        sandbox.edit(id(asset), CATEGORY + 6, "some day");
        assertThat(read(asset).extensions().get("dam")).containsEntry("license", "L-7");
        assertThat(read(asset).extensions().get("xecm"))
                .containsEntry("note", "kept")
                .containsEntry("validUntil", "some day");
    }

    @Test
    void isToldOfAnEditThatCameInBetween() {
        SourceRef asset = create("k", "Poster").ref();
        writer().apply(RightsRecord.builder(asset, asset)
                .status(RightsStatus.CLEARED)
                .build());
        RightsRecord old = read(asset);
        clock.advance(Duration.ofMinutes(1));
        sandbox.edit(id(asset), CATEGORY + 3, "Blau KG");

        ConnectorException stale =
                failure(() -> writer().apply(old.toBuilder().holder("Rot GmbH").build()));
        assertThat(stale.kind()).isEqualTo(ErrorKind.CONFLICT);
        assertThat(read(asset).holder()).isEqualTo("Blau KG");
    }

    @Test
    void sendsTheTokenOfTheCategorySoThatARaceIsAConflict() {
        SourceRef asset = create("k", "Poster").ref();
        writer().block(asset, "complaint");
        String put = "/cs/cs/api/v2/nodes/" + asset.id() + "/categories/" + XecmSandbox.RIGHTS_CATEGORY;
        writer().unblock(asset, "settled");
        assertThat(sandbox.requests("PUT", put).get(0).form().get(CATEGORY + 1)).contains("metadata_token");

        sandbox.beforeNext("PUT", put, () -> sandbox.edit(id(asset), CATEGORY + 3, "Blau KG"));
        assertThat(failure(() -> writer().block(asset, "again")).kind()).isEqualTo(ErrorKind.CONFLICT);
    }

    @Test
    void addsTheCategoryWhereItIsMissingAndChangesItWhereItIsThere() {
        SourceRef asset = create("k", "Poster").ref();
        String categories = "/cs/cs/api/v2/nodes/" + asset.id() + "/categories";
        writer().block(asset, "complaint");
        assertThat(sandbox.requests("POST", categories)).hasSize(1);
        assertThat(sandbox.requests("PUT", categories)).isEmpty();
        writer().unblock(asset, "settled");
        assertThat(sandbox.requests("PUT", categories)).hasSize(1);
    }

    @Test
    void rejectsWhatHasNoPlaceWhereThereIsNoAttributeForTheRecord() {
        reopen(options().rightsFields(Map.of("record", "")));
        SourceRef asset = create("k", "Poster").ref();
        long agreement = sandbox.upload(XecmSandbox.FOLDER, "agreement.pdf", new byte[1]);
        RightsRecord plain = rights(asset, agreement);
        assertThat(writer().apply(plain).grants()).isEqualTo(plain.grants());

        RightsRecord more = plain.toBuilder()
                .prohibitions(List.of(Prohibition.in("embargo", List.of(Territory.of("FR")))))
                .build();
        ConnectorException failure = failure(() -> writer().apply(more));
        assertThat(failure.kind()).isEqualTo(ErrorKind.REJECTED);
        assertThat(failure.error().trace().vendorCode()).isEqualTo("no_place");
    }

    @Test
    void doesNotAllowWhatNobodyRememberedBeforeABlock() {
        reopen(options().rightsFields(Map.of("record", "")));
        SourceRef asset = create("k", "Poster").ref();
        writer().apply(RightsRecord.builder(asset, asset)
                .status(RightsStatus.CLEARED)
                .build());
        assertThat(writer().block(asset, "complaint").status()).isEqualTo(RightsStatus.BLOCKED);
        assertThat(writer().unblock(asset, "settled").status()).isEqualTo(RightsStatus.UNKNOWN);
    }

    @Test
    void forgetsWhatWasBeforeABlockThatOtherRightsLifted() {
        SourceRef asset = create("k", "Poster").ref();
        writer().apply(RightsRecord.builder(asset, asset)
                .status(RightsStatus.CLEARED)
                .build());
        RightsRecord blocked = writer().block(asset, "complaint");
        RightsRecord restricted = writer().apply(
                        blocked.toBuilder().status(RightsStatus.RESTRICTED).build());
        assertThat(restricted.extensions().get("xecm")).doesNotContainKeys("status_before_block", "block_reason");

        writer().apply(restricted.toBuilder().status(RightsStatus.BLOCKED).build());
        assertThat(writer().unblock(asset, "settled").status()).isEqualTo(RightsStatus.UNKNOWN);
    }

    @Test
    void checksThatTheConfiguredAttributesAreThere() {
        assertThat(connector.check().details()).containsEntry("rights", "category /Media/Media Rights");
        reopen(options().rightsFields(Map.of("holder", "Inhaber", "territories", "Gebiet")));
        ConnectorException failure = failure(() -> connector.check());
        assertThat(failure.kind()).isEqualTo(ErrorKind.REJECTED);
        assertThat(failure).hasMessageContaining("Gebiet").hasMessageContaining("Inhaber");
        reopen(options().rightsCategory("/Media/No such category"));
        assertThat(failure(() -> connector.check()).error().trace().vendorCode())
                .isEqualTo("category_missing");
    }

    @Test
    void takesACategoryOfTheRightNameAmongThoseThatBeginTheSame() {
        SourceRef asset = create("k", "Poster").ref();
        assertThat(sandbox.value(id(asset), XecmSandbox.ASSET_CATEGORY + "_2")).isEqualTo("k");
    }

    @Test
    void removesRowsOfAgreementsThatAreGone() {
        SourceRef asset = create("k", "Poster").ref();
        long one = sandbox.upload(XecmSandbox.FOLDER, "one.pdf", new byte[1]);
        long two = sandbox.upload(XecmSandbox.FOLDER, "two.pdf", new byte[1]);
        RightsRecord both = rights(asset, one).toBuilder()
                .documents(List.of(ref(one), ref(two)))
                .build();
        writer().apply(both);
        RightsRecord left =
                writer().apply(both.toBuilder().documents(List.of(ref(two))).build());
        assertThat(left.documents()).containsExactly(ref(two));
        assertThat(sandbox.value(id(asset), CATEGORY + "11_2_12")).isNull();
    }
}
