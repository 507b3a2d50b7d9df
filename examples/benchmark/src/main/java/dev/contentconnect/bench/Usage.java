package dev.contentconnect.bench;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What one contender used in one round.
 *
 * @param calls how many calls, or pages, or transfers
 * @param wallNanos time on the clock
 * @param cpuNanos processor time of the whole process
 * @param allocatedBytes memory taken by all threads
 * @param peakHeap most bytes of heap found after a collection
 * @param heapGrowth the same above what was there before the work
 */
record Usage(long calls, long wallNanos, long cpuNanos, long allocatedBytes, long peakHeap, long heapGrowth) {
    private static final String MARK = "USAGE ";

    /** The middle of several rounds, component by component. */
    static Usage median(List<Usage> rounds) {
        return new Usage(
                median(rounds, Usage::calls),
                median(rounds, Usage::wallNanos),
                median(rounds, Usage::cpuNanos),
                median(rounds, Usage::allocatedBytes),
                median(rounds, Usage::peakHeap),
                median(rounds, Usage::heapGrowth));
    }

    String toLine() {
        return MARK
                + Stream.of(calls, wallNanos, cpuNanos, allocatedBytes, peakHeap, heapGrowth)
                        .map(String::valueOf)
                        .collect(Collectors.joining(" "));
    }

    static boolean isLine(String line) {
        return line.startsWith(MARK);
    }

    static Usage parse(String line) {
        long[] n = Arrays.stream(line.substring(MARK.length()).split(" ", -1))
                .mapToLong(Long::parseLong)
                .toArray();
        return new Usage(n[0], n[1], n[2], n[3], n[4], n[5]);
    }

    private static long median(List<Usage> rounds, ToLongFunction<Usage> of) {
        long[] sorted = rounds.stream().mapToLong(of).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
