package dev.contentconnect.vip;

/** A set of identities in 32 bytes each or less: a portfolio has tens of thousands. Belongs to one thread. */
final class SeenAddresses {
    private long[] table = new long[2 * 1024];
    private int size;

    /**
     * Adds an identity.
     *
     * @param hash 32 hexadecimal digits
     * @return false when it was there already
     */
    boolean add(String hash) {
        long high = Long.parseUnsignedLong(hash, 0, 16, 16);
        // Zeros mark a free place.
        long low = Long.parseUnsignedLong(hash, 16, 32, 16) | 1;
        if (4 * size > table.length) {
            grow();
        }
        boolean isNew = put(table, high, low);
        size += isNew ? 1 : 0;
        return isNew;
    }

    private static boolean put(long[] into, long high, long low) {
        int pairs = into.length / 2;
        int at = (int) Long.remainderUnsigned(high, pairs);
        while (into[2 * at + 1] != 0) {
            if (into[2 * at] == high && into[2 * at + 1] == low) {
                return false;
            }
            at = (at + 1) % pairs;
        }
        into[2 * at] = high;
        into[2 * at + 1] = low;
        return true;
    }

    private void grow() {
        long[] larger = new long[table.length * 2];
        for (int i = 0; i < table.length; i += 2) {
            if (table[i + 1] != 0) {
                put(larger, table[i], table[i + 1]);
            }
        }
        table = larger;
    }
}
