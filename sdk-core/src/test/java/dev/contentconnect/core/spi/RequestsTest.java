package dev.contentconnect.core.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.contentconnect.core.model.SourceRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RequestsTest {
    private static final SourceRef ONE = SourceRef.of("library", "1");
    private static final SourceRef TWO = SourceRef.of("library", "2");

    @Test
    void publishAssetsAsTheyAreUnlessAVersionIsNamed() {
        PublishRequest request = new PublishRequest("k", "t", List.of(ONE, TWO), List.of(), null, null);
        Map<SourceRef, String> approved = new HashMap<>(Map.of(ONE, "v2"));

        PublishRequest pinned = request.ofVersions(approved);
        approved.put(TWO, "v9");

        assertThat(request.versions()).isEmpty();
        assertThat(pinned.versions()).containsExactly(Map.entry(ONE, "v2"));
        assertThat(pinned.assets()).isEqualTo(request.assets());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> request.ofVersions(Map.of(SourceRef.of("library", "3"), "v1")));
    }

    @Test
    void keepTheirAttributesAsTheyWereAndInTheirOrder() {
        Map<String, Object> given = new LinkedHashMap<>();
        List<String> markets = new ArrayList<>(List.of("DE"));
        for (String name : List.of("zeta", "alpha", "mid", "beta")) {
            given.put(name, Map.of("markets", markets));
        }
        List<Map<String, Object>> kept = List.of(
                new ApprovalRequest("k", "t", ONE, null, List.of(), null, null, given).attributes(),
                new CaseRequest("k", "review", "t", ONE, null, null, null, given).attributes(),
                new WorkspaceRequest("k", "campaign", "t", given).attributes(),
                new TaskResult("approved", null, null, given).attributes());
        markets.add("FR");
        for (Map<String, Object> attributes : kept) {
            assertThat(attributes.keySet()).containsExactly("zeta", "alpha", "mid", "beta");
            assertThat(attributes.get("mid")).isEqualTo(Map.of("markets", List.of("DE")));
        }
        Map<String, Object> endless = new HashMap<>();
        endless.put("self", endless);
        assertThatIllegalArgumentException().isThrownBy(() -> new WorkspaceRequest("k", "campaign", "t", endless));
    }

    @Test
    void publishSomething() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PublishRequest("k", "t", List.of(), List.of(), null, null))
                .withMessageContaining("assets");
    }

    @Test
    void askForAtLeastOneItemAPage() {
        assertThatIllegalArgumentException().isThrownBy(() -> TaskQuery.ALL.withPageSize(0));
        assertThatIllegalArgumentException().isThrownBy(() -> AssetQuery.ALL.withPageSize(0));
        assertThatIllegalArgumentException().isThrownBy(() -> ApprovalQuery.ALL.withPageSize(0));
        assertThatIllegalArgumentException().isThrownBy(() -> DeliveryQuery.ALL.withPageSize(0));
    }

    @Test
    void reportProgressWithinBounds() {
        assertThat(Progress.status("k", "production", null).percent()).isNull();
        assertThat(new Progress("k", null, 100, null, true, "late").late()).isTrue();
        assertThatIllegalArgumentException().isThrownBy(() -> Progress.status(" ", "s", null));
        assertThatIllegalArgumentException().isThrownBy(() -> new Progress("k", null, 101, null, false, null));
        assertThatIllegalArgumentException().isThrownBy(() -> new Progress("k", null, -1, null, false, null));
    }
}
