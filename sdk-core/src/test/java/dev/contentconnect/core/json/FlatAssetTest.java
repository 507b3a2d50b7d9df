package dev.contentconnect.core.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.Segment;
import dev.contentconnect.core.model.SourceRef;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FlatAssetTest {
    private static final Map<String, String> FIELDS = Map.of(
            "title", "Name", "tags", "Keywords", "segment.region", "Regions", "segment.", "Odd", "state", "State");

    @Test
    void writesWhatIsSaidIntoTheFieldsThatThereAre() {
        Asset asset = Asset.builder(SourceRef.of("dam", "1"))
                .title("Poster")
                .description("has no field")
                .segments(List.of(Segment.region("Austria"), Segment.brand("Northpeak"), Segment.region("Italy")))
                .build();
        assertThat(FlatAsset.of(asset, FIELDS))
                .isEqualTo(Map.of("Name", List.of("Poster"), "Regions", List.of("Austria", "Italy")));
    }

    @Test
    void readsSegmentsOfTheirFields() {
        Map<String, List<String>> values = Map.of("Regions", List.of("Austria", "Italy"), "Odd", List.of("x"));
        assertThat(FlatAsset.segments(FIELDS, field -> values.getOrDefault(field, List.of())))
                .containsExactly(Segment.region("Austria"), Segment.region("Italy"));
        assertThat(FlatAsset.isSegment("segment. ")).isFalse();
    }
}
