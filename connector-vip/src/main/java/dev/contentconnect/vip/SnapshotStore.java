package dev.contentconnect.vip;

import static dev.contentconnect.vip.VipConnector.REFUSED;

import dev.contentconnect.core.error.ConnectorError;
import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.json.Json;
import dev.contentconnect.core.json.JsonException;
import dev.contentconnect.core.model.Checksum;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Pieces of lines in a {@link VtinfoSnapshots}, each proven by its digest, and the manifest that names them. */
final class SnapshotStore {
    /** The code of errors that mean: what is kept there is not what was written. */
    static final String DAMAGED = "snapshot_damaged";

    private static final String MANIFEST = "manifest";

    private final VtinfoSnapshots place;

    SnapshotStore(VtinfoSnapshots place) {
        this.place = place;
    }

    Closeable lock() throws IOException {
        return place.lock();
    }

    /** The manifest, or nothing where no feed has begun yet. */
    Optional<SnapshotManifest> manifest() throws IOException {
        byte[] bytes;
        Optional<InputStream> piece = place.open(MANIFEST);
        if (piece.isEmpty()) {
            return Optional.empty();
        }
        try (InputStream in = piece.get()) {
            bytes = in.readAllBytes();
        }
        String text = new String(bytes, StandardCharsets.UTF_8);
        int end = text.indexOf('\n');
        byte[] json = text.substring(end + 1).getBytes(StandardCharsets.UTF_8);
        if (end < 0 || !text.substring(0, end).equals(Checksum.sha256Of(json).hex())) {
            throw damaged(MANIFEST);
        }
        try {
            return Optional.of(Json.decode(json, SnapshotManifest.class));
        } catch (JsonException e) {
            throw damaged(MANIFEST);
        }
    }

    void save(SnapshotManifest manifest) throws IOException {
        byte[] json = Json.encode(manifest);
        byte[] digest = (Checksum.sha256Of(json).hex() + "\n").getBytes(StandardCharsets.UTF_8);
        place.write(MANIFEST, out -> {
            out.write(digest);
            out.write(json);
        });
    }

    /** Writes lines. */
    interface Lines {
        void writeTo(SortedRows.Sink sink) throws IOException;
    }

    /**
     * Writes a piece.
     *
     * @return its digest
     */
    String write(String name, Lines lines) throws IOException {
        MessageDigest digest = Digests.sha256();
        place.write(name, out -> {
            Writer text = new BufferedWriter(
                    new OutputStreamWriter(new DigestOutputStream(out, digest), StandardCharsets.UTF_8), 32 << 10);
            lines.writeTo(line -> {
                text.write(line);
                text.write('\n');
            });
            text.flush();
        });
        return hex(digest.digest());
    }

    Reader read(String name, String sha256) throws IOException {
        return new Reader(name, sha256, place.open(name).orElseThrow(() -> damaged(name)));
    }

    /** For what nothing names any more; it does no harm when it stays. */
    void forget(String name) throws IOException {
        place.delete(name);
    }

    /** The lines of a piece. They are proven once the end was reached, and not before. */
    static final class Reader implements Closeable {
        private final String name;
        private final String sha256;
        private final MessageDigest digest = Digests.sha256();
        private final BufferedReader lines;

        Reader(String name, String sha256, InputStream in) {
            this.name = name;
            this.sha256 = sha256;
            this.lines = new BufferedReader(
                    new InputStreamReader(new DigestInputStream(in, digest), StandardCharsets.UTF_8), 32 << 10);
        }

        /** The next line, or null at the proven end. */
        @Nullable String next() throws IOException {
            String line = lines.readLine();
            if (line == null && !hex(digest.digest()).equals(sha256)) {
                throw damaged(name);
            }
            return line;
        }

        /** The next row, or null at the proven end. */
        @Nullable SnapshotRow nextRow() throws IOException {
            String line = next();
            try {
                return line == null ? null : SnapshotRow.of(line);
            } catch (IllegalArgumentException e) {
                throw damaged(name);
            }
        }

        @Override
        public void close() throws IOException {
            lines.close();
        }
    }

    static ConnectorException damaged(String piece) {
        return REFUSED.of(
                "feed.snapshots",
                DAMAGED,
                "\"" + piece + "\" among the snapshots is damaged or missing; empty the place and begin the feed anew",
                ConnectorError.Undecodable::new);
    }

    private static String hex(byte[] digest) {
        return HexFormat.of().formatHex(digest);
    }
}
