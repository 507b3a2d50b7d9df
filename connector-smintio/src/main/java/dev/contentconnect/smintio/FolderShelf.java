package dev.contentconnect.smintio;

import dev.contentconnect.core.json.Json;
import dev.contentconnect.core.json.JsonException;
import dev.contentconnect.smintio.wire.WirePurchase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A journal, to which each page is written with the place after it and flushed before {@link #put} returns, and some thousand
 * files by the hash of the id, one line a purchase of which the last counts. The files are flushed when the journal is full, and
 * only then is it begun anew: after a crash it is played again, which does no harm.
 */
final class FolderShelf implements PurchaseShelf {
    private static final int FILES = 4_096;
    private static final long JOURNAL = 32L << 20;
    private static final long SMALL = 256L << 10;

    /** Each byte a character: a line that a crash has cut within a letter is still a line. */
    private static final Charset BYTES = StandardCharsets.ISO_8859_1;

    private static final byte[] PLACE = "@".getBytes(StandardCharsets.US_ASCII);

    private final Path folder;
    private final Path journalFile;
    private final Path placeFile;
    private final long[] compactAt = new long[FILES];
    private final boolean[] touched = new boolean[FILES];
    private @Nullable String position;
    private long journalled;

    FolderShelf(Path folder) {
        this.folder = folder;
        this.journalFile = folder.resolve("journal");
        this.placeFile = folder.resolve("position");
        Arrays.fill(compactAt, SMALL);
        try {
            Files.createDirectories(folder);
            String kept = Files.exists(placeFile) ? Files.readString(placeFile).strip() : "";
            position = kept.isEmpty() ? null : kept;
            replay();
            settle();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized @Nullable String position() {
        return position;
    }

    @Override
    public synchronized void put(List<WirePurchase> purchases, @Nullable String next) {
        ByteArrayOutputStream page = new ByteArrayOutputStream();
        Map<Integer, ByteArrayOutputStream> byFile = new LinkedHashMap<>();
        for (WirePurchase one : purchases) {
            byte[] line = line(one);
            page.writeBytes(line);
            byFile.computeIfAbsent(file(String.valueOf(one.uuid())), any -> new ByteArrayOutputStream())
                    .writeBytes(line);
        }
        if (next != null) {
            page.writeBytes(PLACE);
            // Marked at its end too: half a place would be another one.
            page.writeBytes((next + "@\n").getBytes(StandardCharsets.UTF_8));
        }
        try {
            journalled += append(journalFile, page.toByteArray(), true);
            for (Map.Entry<Integer, ByteArrayOutputStream> one : byFile.entrySet()) {
                keep(one.getKey(), one.getValue().toByteArray());
            }
            position = next == null ? position : next;
            if (journalled > JOURNAL) {
                settle();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] line(WirePurchase purchase) {
        byte[] json = Json.encode(purchase);
        byte[] line = Arrays.copyOf(json, json.length + 1);
        line[json.length] = '\n';
        return line;
    }

    private static int file(String uuid) {
        int hash = uuid.hashCode();
        return (hash ^ (hash >>> 16)) & (FILES - 1);
    }

    private Path path(int file) {
        return folder.resolve("p-" + Integer.toHexString(0x1000 | file).substring(1));
    }

    /** What a crash has cut off ends with the line before. */
    private static long append(Path path, byte[] bytes, boolean flush) throws IOException {
        try (FileChannel out =
                FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            long end = out.size();
            out.position(end);
            if (end > 0) {
                ByteBuffer last = ByteBuffer.allocate(1);
                out.read(last, end - 1);
                if (last.get(0) != '\n') {
                    out.write(ByteBuffer.wrap(new byte[] {'\n'}));
                }
            }
            ByteBuffer rest = ByteBuffer.wrap(bytes);
            while (rest.hasRemaining()) {
                out.write(rest);
            }
            if (flush) {
                out.force(false);
            }
            return out.position() - end;
        }
    }

    private void keep(int file, byte[] lines) throws IOException {
        Path path = path(file);
        append(path, lines, false);
        touched[file] = true;
        if (Files.size(path) > compactAt[file]) {
            compact(file, path);
        }
    }

    /** Leaves the last line of each purchase. */
    private void compact(int file, Path path) throws IOException {
        Map<String, String> last = new LinkedHashMap<>();
        for (String line : Files.readAllLines(path, BYTES)) {
            WirePurchase one = read(line);
            if (one != null) {
                last.put(String.valueOf(one.uuid()), line);
            }
        }
        Path fresh = folder.resolve(path.getFileName() + ".new");
        try (FileChannel out = FileChannel.open(
                fresh, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            for (String line : last.values()) {
                ByteBuffer bytes = ByteBuffer.wrap((line + "\n").getBytes(BYTES));
                while (bytes.hasRemaining()) {
                    out.write(bytes);
                }
            }
            out.force(false);
            compactAt[file] = Math.max(SMALL, 2 * out.size());
        }
        Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE);
    }

    private static @Nullable WirePurchase read(String line) {
        try {
            return line.isBlank() ? null : Json.decode(line.getBytes(BYTES), WirePurchase.class);
        } catch (JsonException cutOff) {
            return null;
        }
    }

    /** A page counts when the place after it is there too. */
    private void replay() throws IOException {
        if (!Files.exists(journalFile)) {
            return;
        }
        try (var lines = Files.lines(journalFile, BYTES)) {
            for (String line : (Iterable<String>) lines::iterator) {
                if (line.startsWith("@")) {
                    boolean whole = line.length() > 2 && line.endsWith("@");
                    position = whole ? line.substring(1, line.length() - 1) : position;
                    continue;
                }
                WirePurchase one = read(line);
                if (one != null) {
                    keep(file(String.valueOf(one.uuid())), line(one));
                }
            }
        }
    }

    /** Flushes what the journal holds, then the place, then begins the journal anew. */
    private void settle() throws IOException {
        for (int file = 0; file < FILES; file++) {
            if (touched[file]) {
                try (FileChannel out = FileChannel.open(path(file), StandardOpenOption.WRITE)) {
                    out.force(false);
                }
                touched[file] = false;
            }
        }
        place(position == null ? "" : position);
        Files.deleteIfExists(journalFile);
        journalled = 0;
    }

    private void place(String text) throws IOException {
        Path fresh = folder.resolve("position.new");
        try (FileChannel out = FileChannel.open(
                fresh, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            out.write(StandardCharsets.UTF_8.encode(text));
            out.force(false);
        }
        Files.move(fresh, placeFile, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public synchronized Optional<WirePurchase> find(String uuid) {
        WirePurchase found = null;
        // Escaped in JSON, an id with odd characters does not stand there as it is.
        boolean plain = uuid.chars().allMatch(c -> c > ' ' && c < 0x7f && c != '"' && c != '\\' && c != '/');
        String within = plain ? uuid : "";
        try (var lines = Files.lines(path(file(uuid)), BYTES)) {
            for (String line : (Iterable<String>) lines::iterator) {
                if (line.contains(within)) {
                    WirePurchase one = read(line);
                    found = one != null && uuid.equals(one.uuid()) ? one : found;
                }
            }
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Optional.ofNullable(found);
    }

    @Override
    public synchronized void rewind() {
        try {
            position = null;
            settle();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Names the folder. */
    @Override
    public String toString() {
        return "PurchaseShelf[" + folder + "]";
    }
}
