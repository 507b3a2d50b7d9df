package dev.contentconnect.bench;

import java.io.IOException;
import java.net.URI;

/** As much of a WordPress as the library's contenders ask for, as cheap as it can be. See {@link PlainServer}. */
final class LibraryServer {
    static final String REGION = "AT";
    static final String BRAND = "Ostrevik";

    private LibraryServer() {}

    public static void main(String[] args) throws IOException {
        LibraryShelf shelf = new LibraryShelf();
        PlainServer.run(new PlainServer.Vendor() {
            @Override
            public PlainServer.Answer answer(PlainServer.Request request) throws IOException {
                LibraryShelf.Answer answer = shelf.answer(request);
                return new PlainServer.Answer(
                        200,
                        answer.body(),
                        "X-WP-Total: " + answer.total() + "\r\nX-WP-TotalPages: " + answer.pages() + "\r\n");
            }

            @Override
            public long control(String what) {
                if (what.startsWith("holds/")) {
                    shelf.fill(Integer.parseInt(what.substring(6)));
                }
                return shelf.published();
            }
        });
    }

    /** Empties the library, lets it hold so many items, and counts requests from 0. */
    static void holds(URI server, int items) throws IOException {
        PlainServer.ask(server, "holds/" + items);
    }

    /** How many items are with their audience. */
    static long published(URI server) throws IOException {
        return PlainServer.ask(server, "published");
    }

    /** How many requests there were since the library was filled. */
    static long requests(URI server) throws IOException {
        return PlainServer.ask(server, "requests");
    }
}
