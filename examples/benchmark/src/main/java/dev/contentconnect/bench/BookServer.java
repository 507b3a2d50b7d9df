package dev.contentconnect.bench;

import java.io.IOException;
import java.net.URI;

/** As much of Brand Builder as the contenders ask for: one product book, which is made before anybody asks for it. */
final class BookServer implements PlainServer.Vendor {
    private static final String WORDS = "Hops, malt, water and patience. ".repeat(20);
    private static final String EMPTY = envelope("");

    private volatile String book = EMPTY;

    public static void main(String[] args) throws IOException {
        PlainServer.run(new BookServer());
    }

    /** Lets it hold so many products. */
    static void holds(URI server, int products) throws IOException {
        Contents.expect(products, PlainServer.ask(server, "holds/" + products));
    }

    /** How many bytes the book has. */
    static long bytes(URI server) throws IOException {
        return PlainServer.ask(server, "bytes");
    }

    @Override
    public long control(String what) throws IOException {
        if (what.equals("bytes")) {
            return book.length();
        }
        if (!what.startsWith("holds/")) {
            throw new IOException("no number " + what);
        }
        int count = Integer.parseInt(what.substring(6));
        StringBuilder products = new StringBuilder();
        for (int number = 0; number < count; number++) {
            products.append(number == 0 ? "" : ",").append(product(number));
        }
        book = envelope(products.toString());
        return count;
    }

    @Override
    public PlainServer.Answer answer(PlainServer.Request request) {
        return PlainServer.Answer.of(request.route().endsWith("/products") ? book : EMPTY);
    }

    private static String envelope(String data) {
        return "{\"code\":200,\"success\":true,\"errorMessage\":null,\"data\":[" + data + "]}";
    }

    private static String product(int number) {
        String site = "https://images.vtinfo.com/b_white/companies/ELM/item-catalog/";
        return "{\"product_id\":" + number + ",\"product_name\":\"Beer " + number
                + "\",\"product_type\":\"Beer\",\"product_description\":\"" + WORDS
                + "\",\"product_supplier_name\":\"Elm Brewing\",\"product_image_small\":\"\",\"product_image_large\":\""
                + site + "items/000" + number + "_1 (front).png\",\"product_sell_sheet\":\"" + site
                + "supplemental/sheet " + number / 100 + ".pdf\",\"product_packages\":[{\"dist_item_code\":\"I" + number
                + "\",\"retail_upc\":\"" + number + "\",\"package_name\":\"can\",\"beverage_id\":1}]}";
    }
}
