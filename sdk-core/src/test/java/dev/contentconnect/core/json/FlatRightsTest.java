package dev.contentconnect.core.json;

import static org.assertj.core.api.Assertions.assertThat;

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
import dev.contentconnect.core.model.UsageLimit;
import dev.contentconnect.core.model.Use;
import dev.contentconnect.core.model.Validity;
import dev.contentconnect.core.model.Verdict;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FlatRightsTest {
    private static final SourceRef ASSET = SourceRef.of("somewhere", "7");
    private static final Instant END = Instant.parse("2027-02-03T04:05:06Z");

    private static RightsRecord rights() {
        return RightsRecord.builder(ASSET, ASSET)
                .status(RightsStatus.CLEARED)
                .holder("Grün & Söhne")
                .grants(List.of(RightsGrant.of(
                        Territories.of("DE", "AT"),
                        Map.of(RightsDimension.CHANNEL, Terms.of("web")),
                        new Validity(null, END))))
                .prohibitions(List.of(Prohibition.in("law", List.of(Territory.of("FR")))))
                .build();
    }

    private static RightsRecord read(Map<String, List<String>> fields) {
        return FlatRights.read(
                        ASSET,
                        name -> fields.getOrDefault(name, List.of()),
                        FlatRights.of(rights()).keySet())
                .build();
    }

    private static Map<String, List<String>> written() {
        return new HashMap<>(FlatRights.of(rights()));
    }

    @Test
    void bringsAWholeRecordHome() {
        assertThat(read(written())).isEqualTo(rights());
    }

    @Test
    void takesTheSameMomentInAnotherForm() {
        Map<String, List<String>> fields = written();
        fields.put(FlatRights.VALID_UNTIL, List.of("2027-02-03T05:05:06.000000+01:00"));
        assertThat(read(fields)).isEqualTo(rights());
    }

    @Test
    void takesTerritoriesInAnotherOrder() {
        Map<String, List<String>> fields = written();
        fields.put(FlatRights.TERRITORIES, List.of("AT", "DE", "AT"));
        assertThat(read(fields)).isEqualTo(rights());
    }

    @Test
    void letsWhatPeopleChangedGoBefore() {
        Map<String, List<String>> fields = written();
        fields.put(FlatRights.STATUS, List.of("Revoked"));
        fields.put(FlatRights.TERRITORIES, List.of("DE"));
        RightsRecord read = read(fields);
        assertThat(read.status()).isEqualTo(RightsStatus.REVOKED);
        assertThat(read.grants())
                .containsExactly(RightsGrant.of(
                        Territories.of("DE"),
                        Map.of(RightsDimension.CHANNEL, Terms.of("web")),
                        new Validity(null, END)));
        assertThat(read.holder()).isEqualTo("Grün & Söhne");
        assertThat(read.prohibitions()).isEqualTo(rights().prohibitions());
    }

    private static RightsGrant narrow(Territories territories) {
        return new RightsGrant(
                "licence 7",
                territories,
                Map.of(),
                new Validity(null, END),
                null,
                true,
                List.of(new UsageLimit("prints", 5, 5L)),
                List.of(),
                Extensions.none());
    }

    private static final Use COMMERCIAL = Use.at(END.minusSeconds(9)).in(Territory.of("DE"));

    static Stream<List<RightsGrant>> grants() {
        return Stream.of(
                List.of(narrow(Territories.of("DE", "AT"))),
                List.of(narrow(Territories.of("DE")), narrow(Territories.of("AT"))),
                List.of(narrow(new Territories(List.of(Territory.WORLD), List.of(Territory.of("FR"))))));
    }

    @ParameterizedTest
    @MethodSource("grants")
    void allowsNoMoreWherePeopleChangedPlaceOrTime(List<RightsGrant> grants) {
        RightsRecord rights = rights().toBuilder().grants(grants).build();
        assertThat(rights.permits(COMMERCIAL).verdict()).isEqualTo(Verdict.DENIED);
        Map<String, List<String>> changes = Map.of(
                FlatRights.TERRITORIES, List.of("DE"),
                FlatRights.VALID_UNTIL, List.of("2027-03-01"),
                FlatRights.VALID_FROM, List.of("2020-01-01"));
        changes.forEach((name, values) -> {
            Map<String, List<String>> fields = new HashMap<>(FlatRights.of(rights));
            fields.put(name, values);
            RightsRecord read = read(fields);
            assertThat(read.permits(COMMERCIAL).verdict()).as(name).isEqualTo(Verdict.DENIED);
            assertThat(read.grants()).as(name).hasSameSizeAs(grants).isNotEqualTo(grants);
        });
    }

    @Test
    void hasNoGrantWherePeopleTookPlaceAndTimeAway() {
        Map<String, List<String>> fields = written();
        fields.put(FlatRights.TERRITORIES, List.of());
        fields.put(FlatRights.VALID_UNTIL, List.of());
        assertThat(read(fields).grants()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"cut off", "of another asset"})
    void doesNotTrustAStatusWhoseRecordIsSpoilt(String how) {
        RightsRecord rights = rights().toBuilder()
                .grants(List.of(narrow(Territories.of("DE"))))
                .build();
        Map<String, List<String>> fields = new HashMap<>(FlatRights.of(rights));
        String record = fields.get(FlatRights.RECORD).get(0);
        fields.put(
                FlatRights.RECORD,
                List.of(
                        how.equals("cut off")
                                ? record.substring(0, 100)
                                : record.replace("somewhere:7", "somewhere:8")));
        RightsRecord read = read(fields);
        assertThat(read.permits(COMMERCIAL).verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(read.extensions().get("somewhere")).containsEntry(FlatRights.STATUS, "cleared");
        fields.put(FlatRights.STATUS, List.of("revoked"));
        assertThat(read(fields).status()).isEqualTo(RightsStatus.REVOKED);
    }

    @Test
    void knowsNothingWhereADateCannotBeRead() {
        Map<String, List<String>> fields = written();
        fields.put(FlatRights.VALID_UNTIL, List.of("next spring"));
        RightsRecord read = read(fields);
        assertThat(read.status()).isEqualTo(RightsStatus.UNKNOWN);
        assertThat(read.grants()).isEmpty();
        assertThat(read.extensions().get("somewhere"))
                .containsEntry(FlatRights.STATUS, "cleared")
                .containsEntry(FlatRights.VALID_UNTIL, "next spring");
    }

    @Test
    void goesOnForbiddingWhereADateCannotBeRead() {
        Map<String, List<String>> fields = written();
        fields.put(FlatRights.STATUS, List.of("expired"));
        fields.put(FlatRights.VALID_UNTIL, List.of("last spring"));
        assertThat(read(fields).status()).isEqualTo(RightsStatus.EXPIRED);
    }

    @Test
    void readsTheFieldsOfPeopleWithoutARecord() {
        RightsRecord read = FlatRights.read(
                        ASSET,
                        name -> name.equals(FlatRights.STATUS) ? List.of("cleared") : List.of(),
                        Set.of(FlatRights.STATUS, FlatRights.VALID_UNTIL))
                .build();
        assertThat(read)
                .isEqualTo(RightsRecord.builder(ASSET, ASSET)
                        .status(RightsStatus.CLEARED)
                        .build());
    }

    @Test
    void doesNotTakeTheRecordOfAnotherAsset() {
        Map<String, List<String>> fields = written();
        RightsRecord read = FlatRights.read(
                        SourceRef.of("somewhere", "8"),
                        name -> name.equals(FlatRights.RECORD) ? fields.get(name) : List.of(),
                        fields.keySet())
                .build();
        assertThat(read.prohibitions()).isEmpty();
        assertThat(read.status()).isEqualTo(RightsStatus.UNKNOWN);
    }

    @Test
    void leavesFieldsAloneThatTheSystemDoesNotHave() {
        Map<String, List<String>> fields = written();
        RightsRecord read = FlatRights.read(
                        ASSET,
                        name -> name.equals(FlatRights.RECORD) ? fields.get(name) : List.of("never asked for"),
                        Set.of(FlatRights.RECORD))
                .build();
        assertThat(read).isEqualTo(rights());
    }
}
