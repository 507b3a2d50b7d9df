package dev.contentconnect.core.json;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

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
    void letsWhatPeopleChangedGoBefore() {
        Map<String, List<String>> fields = written();
        fields.put(FlatRights.STATUS, List.of("Revoked"));
        fields.put(FlatRights.TERRITORIES, List.of("DE"));
        RightsRecord read = read(fields);
        assertThat(read.status()).isEqualTo(RightsStatus.REVOKED);
        assertThat(read.grants())
                .containsExactly(RightsGrant.of(Territories.of("DE"), Map.of(), new Validity(null, END)));
        assertThat(read.holder()).isEqualTo("Grün & Söhne");
        assertThat(read.prohibitions()).isEqualTo(rights().prohibitions());
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
