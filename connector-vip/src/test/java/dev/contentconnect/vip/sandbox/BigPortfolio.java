package dev.contentconnect.vip.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntConsumer;
import java.util.zip.GZIPOutputStream;

/**
 * Brand Builder with a portfolio of any size, which is made while it is sent and held nowhere. Each product has an image of its
 * own and shares its sell sheet with a hundred others.
 */
public final class BigPortfolio implements AutoCloseable {
    private static final String PADDING = "Hops, malt, water and patience. ".repeat(20);

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final int products;
    private final IntConsumer beforeProduct;
    private volatile long cutAfter = Long.MAX_VALUE;
    private volatile long sent;

    /**
     * Starts on a free loopback port.
     *
     * @param products how many
     * @param beforeProduct is told the number of each before it is sent
     */
    public BigPortfolio(int products, IntConsumer beforeProduct) throws IOException {
        this.products = products;
        this.beforeProduct = beforeProduct;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    /** Where Brand Builder is. */
    public URI service() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/bbs/v1");
    }

    /** Breaks portfolios off after so many bytes of text. */
    public void cutAfter(long bytes) {
        cutAfter = bytes;
    }

    /** How many bytes of text the last portfolio had that was sent whole. */
    public long sent() {
        return sent;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            boolean gzip = String.valueOf(exchange.getRequestHeaders().getFirst("Accept-Encoding"))
                    .contains("gzip");
            boolean whole = exchange.getRequestURI().getPath().endsWith("/products");
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            if (gzip) {
                exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            }
            exchange.sendResponseHeaders(200, 0);
            OutputStream wire = exchange.getResponseBody();
            Counted out = new Counted(new BufferedOutputStream(gzip ? new GZIPOutputStream(wire) : wire, 16 << 10));
            out.text("{\"code\":200,\"success\":true,\"errorMessage\":null,\"data\":[");
            for (int i = 0; whole && i < products; i++) {
                beforeProduct.accept(i);
                out.text((i == 0 ? "" : ",") + product(i));
            }
            out.text("]}");
            out.close();
            sent = whole ? out.count : sent;
        } catch (Cut cut) {
            // It ends as HTTP, and not as JSON.
            sent = 0;
        }
    }

    private static String product(int number) {
        String site = "https://images.vtinfo.com/b_white/companies/ELM/item-catalog/";
        return "{\"product_id\":" + number + ",\"product_name\":\"Beer " + number
                + "\",\"product_type\":\"Beer\",\"product_description\":\"" + PADDING
                + "\",\"product_supplier_name\":\"Elm Brewing\",\"product_image_small\":\"\",\"product_image_large\":\""
                + site
                + "items/000" + number + "_1 (front).png\",\"product_sell_sheet\":\"" + site + "supplemental/sheet "
                + number / 100 + ".pdf\",\"product_packages\":[{\"dist_item_code\":\"I" + number
                + "\",\"retail_upc\":\"" + number + "\",\"package_name\":\"can\",\"beverage_id\":1}]}";
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private static final class Cut extends IOException {
        private static final long serialVersionUID = 1L;
    }

    private final class Counted extends FilterOutputStream {
        private long count;

        Counted(OutputStream out) {
            super(out);
        }

        void text(String text) throws IOException {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            if (count + bytes.length > cutAfter) {
                out.write(bytes, 0, (int) (cutAfter - count));
                out.flush();
                throw new Cut();
            }
            out.write(bytes);
            count += bytes.length;
        }
    }
}
