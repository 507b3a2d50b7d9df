package dev.contentconnect.tradinggrid.api;

import dev.contentconnect.tradinggrid.sandbox.GraphQl;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Throws random text at the writer and reads what it wrote with a reader that knows nothing of it. */
final class LensDocumentFuzz {
    private static final String SPECIAL =
            "\"\"\"\\\\\\{}()[]:,#!$&|\n\r\t\0\u007f\u0085\u2028\u2029\ufeff\ud800\udc00u0022 *?";
    private static final int LONGEST = 40;

    private LensDocumentFuzz() {}

    /** The text that must arrive: halves of a character cannot. */
    static String kept(String text) {
        StringBuilder out = new StringBuilder();
        text.codePoints()
                .forEach(c ->
                        out.appendCodePoint(c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xfffd : c));
        return out.toString();
    }

    private static String text(Random random) {
        StringBuilder out = new StringBuilder();
        int length = random.nextInt(LONGEST);
        for (int i = 0; i < length; i++) {
            out.append(
                    random.nextInt(3) > 0
                            ? SPECIAL.charAt(random.nextInt(SPECIAL.length()))
                            : (char) random.nextInt(0x10000));
        }
        return out.toString();
    }

    /** How many of so many texts broke out of their literal, or came to be another text. */
    static int escaped(int count, long seed) {
        Random random = new Random(seed);
        int bad = 0;
        for (int i = 0; i < count; i++) {
            String text = text(random);
            if (!staysInside(text)) {
                bad++;
            }
        }
        return bad;
    }

    private static boolean staysInside(String text) {
        LensQuery query = LensQuery.ALL
                .selecting(List.of("transactionid"), List.of())
                .where(LensTerm.is("receivername", text))
                .withText(text);
        try {
            GraphQl.Document document = GraphQl.read(LensDocument.page(query, 0));
            Map<?, ?> asked = (Map<?, ?>) document.fields().get(0).arguments().get("query");
            Object filters = List.of(Map.of(
                    "field",
                    new GraphQl.Word("receivername"),
                    "values",
                    List.of(Map.of("not", false, "value", kept(text)))));
            return asked.size() == 6 && kept(text).equals(asked.get("query")) && filters.equals(asked.get("filters"));
        } catch (IllegalArgumentException brokeOut) {
            return false;
        }
    }
}
