package dev.contentconnect.examples.host;

import dev.contentconnect.core.error.LocalErrors;
import dev.contentconnect.core.model.Segment;
import dev.contentconnect.core.model.SegmentKind;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.examples.flows.tv.PartnerMessage;
import dev.contentconnect.examples.flows.tv.Wish;
import dev.contentconnect.tradinggrid.Documents;
import dev.contentconnect.tradinggrid.TradingGridConnector;
import dev.contentconnect.tradinggrid.transport.FileName;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Requests as this house agreed them with its partners: a text file, one wish a line, {@code asset vip:42} for one asset, {@code
 * brand Ostrevik} or {@code region IT} for all that is out for these segments; other lines are for people. They come through
 * the transport into a folder; a message is matched with its file by the name that Lens tells, and waits for it. A message
 * without a file is about the asset that its business key names.
 *
 * @param folder where {@link #collect} puts documents
 */
public record InboxWishes(Path folder) implements Wish.Reader {
    private static final int MOST_BYTES = 64 * 1024;
    private static final LocalErrors REFUSED = LocalErrors.of(TradingGridConnector.SYSTEM);
    private static final String OPERATION = "requests.read";

    /**
     * Takes documents that wait in the network into the folder.
     *
     * @param documents the documents of the connector
     * @param limit at most so many
     * @return how many came
     * @throws dev.contentconnect.core.error.ConnectorException as for the transport
     */
    public int collect(Documents documents, int limit) {
        return documents.receive(limit, folder, (document, file) -> {});
    }

    @Override
    public Optional<Wish> read(PartnerMessage message) {
        String name = message.fileName();
        if (name == null) {
            return NAMED.read(message);
        }
        Path file = folder.resolve(FileName.checked(OPERATION, name));
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw REFUSED.rejected(OPERATION, "too_large", "a request has at most " + MOST_BYTES + " bytes");
            }
            return Optional.of(wish(new String(bytes, StandardCharsets.UTF_8), message));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Wish wish(String text, PartnerMessage message) {
        List<SourceRef> assets = new ArrayList<>();
        List<Segment> segments = new ArrayList<>();
        if (message.asset() != null) {
            assets.add(message.asset());
        }
        for (String line : text.lines().toList()) {
            int blank = line.strip().indexOf(' ');
            String word = blank < 0 ? "" : line.strip().substring(0, blank);
            String value = line.strip().substring(blank + 1).strip();
            switch (word) {
                case "asset" -> asset(value).ifPresent(assets::add);
                case "brand", "region", "market", "partner_program" ->
                    segments.add(new Segment(SegmentKind.of(word), value));
                default -> {}
            }
        }
        return new Wish(assets, segments);
    }

    private static Optional<SourceRef> asset(String text) {
        try {
            return Optional.of(SourceRef.parse(text));
        } catch (IllegalArgumentException noIdentity) {
            return Optional.empty();
        }
    }
}
