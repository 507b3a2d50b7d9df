package dev.contentconnect.core.feed;

import dev.contentconnect.core.error.ConnectorError;
import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.Trace;
import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.page.Cursor;
import dev.contentconnect.core.state.StateLink;
import dev.contentconnect.core.state.StateTransaction;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Talks to a {@link Journal}. Starts quickly, which is why it is not the SDK's own HTTP. */
record JournalClient(int port) implements ChangeFeed {
    static final String TALLY = "tally";

    @Override
    public ChangeBatch changes(@Nullable Cursor since, int limit) {
        String from = since == null ? "0" : since.value();
        String[] lines = ask("changes", from + " " + limit).split("\n", 2);
        String[] head = lines[0].split(" ", -1);
        return new ChangeBatch(events(lines[1]), Cursor.of(head[0]), head[1].equals("more"), List.of());
    }

    List<CaseEvent> hooks() {
        return events(ask("hooks", ""));
    }

    void acknowledge(int count) {
        ask("ack", Integer.toString(count));
    }

    /** An effect under a key, and a tally of it that is committed with the completion. */
    void handle(FeedItem item) {
        CaseEvent event = item.event();
        SourceRef object = event.subject();
        ask(
                "effect",
                item.key() + " " + event.id() + " " + object.id() + " "
                        + ProcessHandle.current().pid());
        item.remember(t -> {
            t.append(event);
            count(t, object);
        });
    }

    private static void count(StateTransaction t, SourceRef object) {
        StateLink before = t.link(object, TALLY, object).orElse(null);
        long version = before == null ? 1 : before.version() + 1;
        t.replaceLink(before, new StateLink(object, TALLY, object, version, null, FeedBench.T0));
    }

    private static List<CaseEvent> events(String lines) {
        return lines.lines()
                .filter(line -> !line.isBlank())
                .map(line -> line.split(" ", -1))
                .map(words -> FeedBench.event(words[0], words[1]))
                .toList();
    }

    private String ask(String what, String query) {
        try {
            URI uri = new URI("http", null, "127.0.0.1", port, "/" + what, query, null);
            HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
            connection.setReadTimeout(20_000);
            try (var in = connection.getInputStream()) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            }
        } catch (IOException e) {
            throw new ConnectorException(
                    new ConnectorError.Unavailable(Trace.local("journal", what, String.valueOf(e.getMessage())), null),
                    e);
        } catch (java.net.URISyntaxException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
