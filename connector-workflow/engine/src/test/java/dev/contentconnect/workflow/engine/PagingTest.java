package dev.contentconnect.workflow.engine;

import static dev.contentconnect.workflow.engine.Cases.API;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RunningEngine.class)
class PagingTest {

    private final Cases cases;
    private final Caller service;
    private String group = "";

    PagingTest(Cases cases) {
        this.cases = cases;
        this.service = cases.service();
    }

    @BeforeEach
    void twelveTasks() {
        group = "group+" + Cases.key();
        for (int i = 0; i < 12; i++) {
            cases.start("rights-review", "rightsGroup", group);
        }
    }

    private Answer page(String... more) {
        List<String> query = new ArrayList<>(List.of("candidateGroup", group, "sort", "createTime", "order", "asc"));
        query.addAll(List.of(more));
        return service.get(API + "/tasks", query.toArray(String[]::new));
    }

    @Test
    void givesTenWhenNobodySaysHowMany() {
        assertThat(page().items()).hasSize(10);
        assertThat(page().body().at("/page/totalElements").asInt()).isEqualTo(12);
        assertThat(page().body().at("/_links/next/href").asText()).contains("offset=10");
    }

    @Test
    void followingNextMeetsEverythingOnce() {
        List<String> seen = new ArrayList<>();
        Answer page = page("count", "5");
        seen.addAll(page.all("id"));
        while (page.body().at("/_links/next").isObject()) {
            page = service.follow(page.body().at("/_links/next/href").asText());
            seen.addAll(page.all("id"));
        }

        assertThat(seen).hasSize(12).doesNotHaveDuplicates();
    }

    @Test
    void offsetCountsItemsNotPages() {
        assertThat(page("offset", "1", "count", "3").all("id"))
                .isEqualTo(page("count", "100").all("id").subList(1, 4));
    }

    @Test
    void theLastPageHasNoNextEvenWhenFull() {
        assertThat(page("offset", "6", "count", "6").items()).hasSize(6);
        assertThat(page("offset", "6", "count", "6").body().at("/_links/next").isMissingNode())
                .isTrue();
    }

    @Test
    void nothingMeansNoEmbedded() {
        assertThat(page("offset", "12").body().has("_embedded")).isFalse();
        Answer none = page("category", "no-such-category");
        assertThat(none.body().has("_embedded")).isFalse();
        assertThat(none.body().at("/page/totalElements").asInt()).isZero();
    }

    @Test
    void historyPagesTheSameWay() {
        List<String> first = history("0");
        List<String> second = history("3");

        assertThat(first).hasSize(3).doesNotContainAnyElementsOf(second);
    }

    private List<String> history(String offset) {
        return service.get(
                        Cases.HISTORY + "/historic-process-instances",
                        "processDefinitionKey",
                        "contentconnect-rights-review",
                        "offset",
                        offset,
                        "count",
                        "3",
                        "sort",
                        "startTime",
                        "order",
                        "desc")
                .all("id");
    }

    @Test
    void refusesSortsAndNumbersThatMakeNoSense() {
        assertThat(page("sort", "mood").status()).isEqualTo(400);
        assertThat(page("order", "sideways").status()).isEqualTo(400);
        assertThat(page("offset", "-1").status()).isEqualTo(400);
        assertThat(page("count", "many").status()).isEqualTo(400);
        assertThat(page("count", "0").status()).isEqualTo(400);
    }
}
