package dev.contentconnect.vip.map;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.json.Json;
import dev.contentconnect.core.model.Publication;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.vip.wire.WirePost;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PackageMapperTest {
    private static Publication publication(String status, String meta) {
        String json = "{\"id\": 7, \"status\": \"" + status + "\", \"date_gmt\": \"2031-05-04T03:02:01\", \"meta\": "
                + meta + "}";
        return PackageMapper.toPublication(
                Json.decode(json.getBytes(StandardCharsets.UTF_8), WirePost.class), List.of());
    }

    /** What WordPress says, what our own field says, and what comes of both. */
    @ParameterizedTest
    @CsvSource({
        "publish, done, published",
        "future, done, scheduled",
        "pending, done, in_review",
        "draft, done, draft",
        "private, done, held",
        "trash, done, withdrawn",
        "publish, '', published",
        "pending, '', in_review",
        "private, '', held",
        "trash, '', withdrawn",
        "inherit, done, unknown",
        "'', done, unknown",
        "acf-disabled, '', unknown",
        "draft, pending, draft",
        "pending, pending, in_review",
        "publish, pending, held",
        "future, pending, held",
        "private, pending, held",
        "'', pending, held",
        "trash, pending, withdrawn",
        "private, withdrawn, withdrawn",
        "publish, withdrawn, withdrawn",
        "trash, withdrawn, withdrawn"
    })
    void tellsWhereAPackageStands(String status, String state, String expected) {
        Publication out = publication(status, "{\"state\": \"" + state + "\"}");
        assertThat(out.status().value()).isEqualTo(expected);
        assertThat(out.extensions().get("vip")).containsEntry("status", status);
    }

    @Test
    void takesAPackageWithoutOurFieldsForWhatWordpressSays() {
        // An empty PHP map is written as a list.
        Publication out = publication("publish", "[]");
        assertThat(out.status().value()).isEqualTo("published");
        assertThat(out.key()).isNull();
        assertThat(out.assets()).isEmpty();
    }

    @Test
    void passesOverVersionsThatNobodyCanReadOrOfAssetsThatLeft() {
        Publication out = publication(
                "publish", "{\"asset_ids\": [3, 4], \"asset_versions\": [\"3=9\", \"4\", \"=4\", \"4=\", \"5=6\"]}");
        assertThat(out.assets()).containsExactly(SourceRef.of("vip", "3"), SourceRef.of("vip", "4"));
        assertThat(out.versions()).hasSize(1).containsEntry(SourceRef.of("vip", "3"), "9");
    }
}
