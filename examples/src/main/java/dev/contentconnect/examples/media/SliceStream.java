package dev.contentconnect.examples.media;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads parts of a file as if they followed one another; skipping costs nothing. Leaves the file open. */
final class SliceStream extends InputStream {
    private final FileChannel channel;
    private final Deque<Slice> ahead;

    SliceStream(FileChannel channel, List<Slice> slices) {
        this.channel = channel;
        this.ahead = new ArrayDeque<>(slices);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int start, int length) throws IOException {
        Objects.checkFromIndexSize(start, length, target.length);
        Slice slice = next();
        if (length == 0) {
            return 0;
        }
        if (slice == null) {
            return -1;
        }
        int wanted = (int) Math.min(length, slice.length());
        int count = channel.read(ByteBuffer.wrap(target, start, wanted), slice.offset());
        if (count > 0) {
            advance(slice, count);
        }
        return count;
    }

    @Override
    public long skip(long count) {
        long left = Math.max(count, 0);
        for (Slice slice = next(); slice != null && left > 0; slice = next()) {
            long step = Math.min(left, slice.length());
            advance(slice, step);
            left -= step;
        }
        return Math.max(count, 0) - left;
    }

    private @Nullable Slice next() {
        while (!ahead.isEmpty() && ahead.getFirst().length() == 0) {
            ahead.removeFirst();
        }
        return ahead.peekFirst();
    }

    private void advance(Slice slice, long count) {
        ahead.removeFirst();
        ahead.addFirst(new Slice(slice.offset() + count, slice.length() - count));
    }
}
