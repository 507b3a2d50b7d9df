package dev.contentconnect.bench;

import dev.contentconnect.bench.Contender.Name;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What is measured. The sizes are those of a full run; a quick one does a small part of it. */
enum Workload {
    GET_1("GET of a 2 KB object, 1 caller", 30_000, 30_000, 1),
    GET_8("GET of a 2 KB object, 8 callers", 40_000, 40_000, 8),
    LIST("list of 100,000 items in pages of 200 KB", 30_000, 100_000, 1),
    LIST_1K("list of 1,000 items, for its heap", 0, 1_000, 1),
    LIST_1M("list of 1,000,000 items, for its heap", 0, 1_000_000, 1),
    DOWNLOAD("download of 1 GiB to a file", 128, 1_024, 1),
    UPLOAD("upload of 1 GiB from a file", 128, 1_024, 1),
    // 75 calls a caller: the first and the last wave, in which not all callers wait at once, shall not count for much.
    WAIT_200("1,000 callers, answers after 200 ms, platform threads", 25_000, 75_000, 1_000),
    WAIT_200_VIRTUAL("1,000 callers, answers after 200 ms, virtual threads", 25_000, 75_000, 1_000);

    private final String title;
    private final int warmUp;
    private final int amount;
    private final int callers;

    Workload(String title, int warmUp, int amount, int callers) {
        this.title = title;
        this.warmUp = warmUp;
        this.amount = amount;
        this.callers = callers;
    }

    String title() {
        return title;
    }

    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Workload of(String key) {
        return Arrays.stream(values())
                .filter(one -> one.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no workload " + key));
    }

    /** Calls, items or mebibytes before measuring begins. */
    int warmUp(boolean quick) {
        return quick ? Math.max(callers(true), warmUp / 100) : warmUp;
    }

    /** Calls, items or mebibytes that are measured. */
    int amount(boolean quick) {
        return quick ? Math.max(callers(true), amount / 100) : amount;
    }

    int callers(boolean quick) {
        return quick ? Math.min(callers, 50) : callers;
    }

    boolean needsVirtualThreads() {
        return this == WAIT_200_VIRTUAL;
    }

    boolean isTransfer() {
        return this == DOWNLOAD || this == UPLOAD;
    }

    boolean isWaiting() {
        return this == WAIT_200 || this == WAIT_200_VIRTUAL;
    }

    /** Whether only the heap counts: then the contender is alone, and full collections are forced on the way. */
    boolean isForHeap() {
        return this == LIST_1K || this == LIST_1M;
    }

    List<Name> contenders() {
        if (isForHeap()) {
            return List.of(Name.SDK, Name.SDK_PREFETCH);
        }
        Set<Name> all = EnumSet.allOf(Name.class);
        if (this != LIST) {
            all.remove(Name.SDK_PREFETCH);
        }
        return List.copyOf(all);
    }
}
