package dev.contentconnect.vip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.page.Cursor;
import dev.contentconnect.core.page.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists of a private REST interface, in each of the ways they may be handed out. */
class VtinfoRestPagesTest extends RestStage {
    @ParameterizedTest
    @ValueSource(strings = {"pages", "pages without total", "offsets", "links", "cursors"})
    void giveEachItemOnceInEachWay(String way) {
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            service.add("A-" + i, "Ale " + i);
            expected.add("rest:A-" + i);
        }
        assertThat(ids(pagesBy(way).assets(Map.of()))).isEqualTo(expected);
        // From a cursor that was stored.
        Page<Asset> first = pagesBy(way).assets(Map.of()).pages().iterator().next();
        assertThat(ids(pagesBy(way)
                        .assets(Map.of())
                        .startingAt(Cursor.of(first.next().value()))))
                .isEqualTo(expected.subList(2, 7));
    }

    @ParameterizedTest
    @ValueSource(strings = {"pages", "offsets", "links", "cursors"})
    void mayBeEmpty(String way) {
        assertThat(ids(pagesBy(way).assets(Map.of()))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"pages", "pages without total", "offsets"})
    void mayHoldLessThanWasAskedFor(String way) {
        service.givesAtMost(1);
        for (int i = 0; i < 5; i++) {
            service.add("A-" + i, "Ale");
        }
        assertThat(ids(pagesBy(way).assets(Map.of()))).hasSize(5);
    }

    @Test
    void sayTheTotalWhereItIsMapped() {
        service.add("A-1", "Ale");
        assertThat(pagesBy("pages").assets(Map.of()).pages().iterator().next().total())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pages", "pages without total", "offsets", "links", "cursors"})
    void endWhenTheServicePassesThePlaceOver(String way) {
        service.passesPlacesOver();
        for (int i = 0; i < 5; i++) {
            service.add("A-" + i, "Ale");
        }
        if (way.equals("links")) {
            service.linksTo("?after=2");
        }
        ConnectorException e = failure(() -> ids(pagesBy(way).assets(Map.of())));
        assertThat(e.kind()).isEqualTo(ErrorKind.UNDECODABLE);
        assertThat(service.requests("GET", "/api").size()).isLessThan(5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://elsewhere.example/items", "//elsewhere.example/", "ftp://x/", "http://[bad"})
    void neverLeadToAnotherHost(String link) {
        service.add("A-1", "Ale");
        service.linksTo(link);
        ConnectorException e = failure(() -> ids(pagesBy("links").assets(Map.of())));
        assertThat(e.kind()).isEqualTo(ErrorKind.UNDECODABLE);
        assertThat(e.getMessage()).doesNotContain("elsewhere");
    }

    @ParameterizedTest
    @CsvSource({"pages,x", "pages,text:1", "offsets,link:/x", "links,text:1", "links,x", "cursors,1:0:"})
    void beginAtCursorsOfTheirKindOnly(String way, String cursor) {
        ConnectorException e = failure(() -> ids(pagesBy(way).assets(Map.of()).startingAt(Cursor.of(cursor))));
        assertThat(e.kind()).isEqualTo(ErrorKind.REJECTED);
        assertThat(service.requests()).isEmpty();
    }

    @Test
    void areNoneWhereTheListIsNot() {
        ConnectorException e = failure(() -> ids(open("/pages", "/found", PAGES).assets(Map.of())));
        assertThat(e.kind()).isEqualTo(ErrorKind.UNDECODABLE);
        assertThat(e).hasMessageContaining("/found");
        assertThat(failure(() -> ids(open("/pages", "/lost", PAGES).assets(Map.of())))
                        .kind())
                .isEqualTo(ErrorKind.UNDECODABLE);
    }
}
