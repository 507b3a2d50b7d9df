package dev.contentconnect.tradinggrid.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.contentconnect.tradinggrid.sandbox.GraphQl;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LensDocumentTest {
    private static final LensRange WINDOW =
            new LensRange("arrivaltime", Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2026-02-01T00:00:00Z"));

    /** Everything that comes from outside, in each place it can come to. */
    private static LensQuery hostile(String text) {
        return LensQuery.ALL
                .within(WINDOW)
                .where(LensTerm.is("receivername", text))
                .where(LensTerm.isNot("editype", List.of(text, "997")))
                .must(LensTerm.is("senderaddress", text))
                .anyOf(List.of(LensTerm.is("status", text), LensTerm.is("errorcode", text)))
                .withKey(text, text)
                .withText(text)
                .selecting(LensQuery.ALL.select(), List.of(text));
    }

    private static Map<?, ?> question(GraphQl.Document document) {
        return (Map<?, ?>) document.fields().get(0).arguments().get("query");
    }

    private static GraphQl.Word word(String text) {
        return new GraphQl.Word(text);
    }

    /** What a reader of the language makes of it. */
    private static void isAsAsked(String text) {
        String kept = LensDocumentFuzz.kept(text);
        GraphQl.Document read = GraphQl.read(LensDocument.page(hostile(text), 7));
        assertThat(question(read))
                .isEqualTo(Map.of(
                        "count", 1_000L,
                        "offset", 7L,
                        "sortby", Map.of("field", word("arrivaltime"), "type", word("ASC")),
                        "contentKeyFilters", List.of(Map.of("key", kept, "value", kept)),
                        "ranges",
                                Map.of(
                                        "field", word("arrivaltime"),
                                        "from", "2026-01-01T00:00:00.000Z",
                                        "to", "2026-02-01T00:00:00.000Z"),
                        "filters",
                                List.of(
                                        Map.of(
                                                "field",
                                                word("receivername"),
                                                "values",
                                                List.of(Map.of("not", false, "value", kept))),
                                        Map.of(
                                                "field",
                                                word("editype"),
                                                "values",
                                                List.of(
                                                        Map.of("not", true, "value", kept),
                                                        Map.of("not", true, "value", "997")))),
                        "fields",
                                Map.of(
                                        "must", List.of(Map.of("field", word("senderaddress"), "query", kept)),
                                        "should",
                                                List.of(
                                                        Map.of("field", word("status"), "query", kept),
                                                        Map.of("field", word("errorcode"), "query", kept))),
                        "query", kept));
        GraphQl.Field transactions = read.fields().get(0).fields().get(4);
        assertThat(transactions.fields()).hasSize(LensQuery.ALL.select().size() + 1);
        assertThat(transactions.fields().get(transactions.fields().size() - 1).arguments())
                .isEqualTo(Map.of("names", List.of(kept)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"",
                "\\",
                "\\\"",
                "\\\\\"",
                "\"}) { __schema { types { name } } } #",
                "\"\"\"block\"\"\"",
                "line\nbreak\rreturn\ttab\0nul\u007f\u0085\u2028\u2029",
                "{ } ( ) [ ] : , ! $ & |",
                "# comment",
                "\\u0022",
                "\ud83c\udfac \ud800 \udc00 \ufeff",
                ""
            })
    void keepsHostileTextWithinItsLiteral(String text) {
        isAsAsked(text);
    }

    @Property(tries = 300)
    void keepsAnyTextWithinItsLiteral(@ForAll String text) {
        isAsAsked(text);
    }

    @Test
    void asksForContentKeysEvenWithoutAFilter() {
        assertThat(LensDocument.page(LensQuery.ALL, 0)).contains("contentKeyFilters: []");
    }

    @Test
    void scrollsUnderANameOfItsOwn() {
        GraphQl.Document read = GraphQl.read(LensDocument.scroll(LensQuery.ALL.within(WINDOW), "audit_1"));
        assertThat(read.operation()).isEqualTo("scroll_audit_1");
        assertThat(question(read).get("scroll")).isEqualTo(true);
        assertThat(question(read).get("offset")).isNull();
        assertThatIllegalArgumentException().isThrownBy(() -> LensDocument.scroll(LensQuery.ALL.within(WINDOW), "a b"));
        assertThatIllegalArgumentException().isThrownBy(() -> LensDocument.scroll(LensQuery.ALL, "audit"));
    }

    @Test
    void takesNoNameThatIsNotAnAttribute() {
        String hostile = "status } } { __typename";
        assertThatIllegalArgumentException().isThrownBy(() -> LensTerm.is(hostile, "x"));
        assertThatIllegalArgumentException().isThrownBy(() -> LensQuery.ALL.sortedBy(hostile));
        assertThatIllegalArgumentException().isThrownBy(() -> LensQuery.ALL.selecting(List.of(hostile), List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new LensRange("status", Instant.EPOCH, Instant.EPOCH));
    }
}
