package dev.contentconnect.core.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Lets so many bytes pass for each piece of a text of any length. What was read ahead counts to the piece before. */
final class ItemCap extends FilterInputStream {
    private final int cap;
    private long left;

    ItemCap(InputStream in, int cap) {
        super(in);
        this.cap = cap;
        this.left = cap;
    }

    /** A new piece begins. */
    void renew() {
        left = cap;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (left <= 0) {
            throw new BodyTooLarge(cap);
        }
        int count = super.read(target, offset, (int) Math.min(length, left));
        left -= Math.max(0, count);
        return count;
    }
}
