package dev.contentconnect.bench;

import java.nio.charset.StandardCharsets;

/** The bytes that the server sends, made once. */
final class Payloads {
    static final int PAGE_SIZE = 100;
    static final byte[] ASSET = asset(4711).getBytes(StandardCharsets.UTF_8);
    static final byte[] PAGE_REST = pageRest().getBytes(StandardCharsets.UTF_8);

    private Payloads() {}

    /** What differs from page to page; always of the same length. An empty cursor ends the list. */
    static byte[] pageStart(int nextPage) {
        String cursor = nextPage < 0 ? "        " : "%08d".formatted(nextPage);
        return ("{\"next\":\"" + cursor + "\",\"items\":[").getBytes(StandardCharsets.UTF_8);
    }

    private static String pageRest() {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < PAGE_SIZE; i++) {
            out.append(i == 0 ? "" : ",").append(asset(100_000 + i));
        }
        return out.append("]}").toString();
    }

    private static String asset(int number) {
        StringBuilder renditions = new StringBuilder();
        String[] purposes = {"thumbnail", "preview", "web", "print"};
        for (int i = 0; i < purposes.length; i++) {
            renditions.append(i == 0 ? "" : ",").append("""
                            {"id":"r-%d-%d","purpose":"%s","mediaType":"image/jpeg","width":%d,"height":%d,\
                            "sizeBytes":%d,"uri":"https://cdn.example.com/assets/%d/%s.jpg","profile":"sRGB"}""".formatted(
                            number, i, purposes[i], 320 << i, 180 << i, 20_480L << i, number, purposes[i]));
        }
        return """
               {"id":"a-%1$d","title":"Spring campaign, key visual no. %1$d — Zürich","description":"The lake at first light \
               with the new collection in front. Shot for the spring campaign; the sky may be extended to the left, the logo \
               on the bag must stay visible, and no crop may cut the model's hands. Colour grading follows the \\"Alpine\\" \
               look of the brand book.","status":"approved","market":"CH","language":"de-CH","creators":["Nora Example",\
               "Studio Beispiel"],"tags":["spring","lake","campaign","key visual","outdoor","morning","bag","collection"],\
               "version":{"id":"v-%1$d-3","number":3,"fileName":"spring-key-visual-%1$d.tif","mediaType":"image/tiff",\
               "sizeBytes":48211456,"sha256":"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",\
               "createdAt":"2026-03-14T09:26:53.589Z","editor":"n.example"},"renditions":[%2$s],\
               "createdAt":"2026-03-01T08:00:00.000+0000","modifiedAt":"2026-03-14T09:27:10.250Z","customFields":{\
               "campaign":"SPRING-26","costCentre":"4711-0815","reuse":true,"season":["spring","summer"],"priority":2},\
               "links":{"self":"/v1/assets/a-%1$d","versions":"/v1/assets/a-%1$d/versions"},"locked":false,"usage":\
               {"territories":["CH","AT","DE"],"channels":["web","print","point of sale"],"note":"No use after the season",\
               "embargo":null},"folder":"/campaigns/2026/spring/lake","etag":\
               "5e1f-%1$d"}""".formatted(number, renditions);
    }
}
