package dev.contentconnect.core.testkit;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.Objects;

/** The heap of this JVM. */
public final class Heap {
    private Heap() {}

    /**
     * What is alive, after a full collection. The collector itself counts it: on a busy machine other threads make tens of
     * megabytes of garbage before the caller gets to look.
     *
     * @return bytes
     */
    public static long alive() {
        System.gc();
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getCollectionUsage)
                .filter(Objects::nonNull)
                .mapToLong(MemoryUsage::getUsed)
                .sum();
    }
}
