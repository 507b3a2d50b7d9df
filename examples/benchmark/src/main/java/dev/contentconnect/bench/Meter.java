package dev.contentconnect.bench;

import com.sun.management.GarbageCollectionNotificationInfo;
import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.util.concurrent.atomic.AtomicLong;
import javax.management.Notification;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;

/** What this whole process has used: processor time, memory taken, and how much of it was alive. */
final class Meter {
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final AtomicLong peak = new AtomicLong();
    private long base;
    private long wall;
    private long cpu;
    private long allocated;

    /** Looks at the heap after each collection, also a small one that leaves garbage behind. */
    Meter() {
        this(true);
    }

    private Meter(boolean eachCollection) {
        if (!eachCollection) {
            return;
        }
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            ((NotificationEmitter) collector)
                    .addNotificationListener((notice, unused) -> collected(notice), null, null);
        }
    }

    /** Looks at the heap where it is told to, after a full collection: what is found is alive. */
    static Meter ofSamples() {
        return new Meter(false);
    }

    void start() {
        base = live();
        peak.set(base);
        allocated = allocatedBytes();
        cpu = SYSTEM.getProcessCpuTime();
        wall = System.nanoTime();
    }

    /** What was used since the start. */
    Usage stop(long calls) {
        long wallNanos = System.nanoTime() - wall;
        long cpuNanos = SYSTEM.getProcessCpuTime() - cpu;
        long bytes = allocatedBytes() - allocated;
        sampleHeap();
        return new Usage(calls, wallNanos, cpuNanos, bytes, peak.get(), peak.get() - base);
    }

    /** Collects everything that can be collected and looks at the rest. Costs time, and processor time. */
    void sampleHeap() {
        peak.accumulateAndGet(live(), Math::max);
    }

    /** Bytes of heap in use after a full collection. */
    private static long live() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private void collected(Notification notice) {
        if (GarbageCollectionNotificationInfo.GARBAGE_COLLECTION_NOTIFICATION.equals(notice.getType())) {
            long used =
                    GarbageCollectionNotificationInfo.from((CompositeData) notice.getUserData())
                            .getGcInfo()
                            .getMemoryUsageAfterGc()
                            .entrySet()
                            .stream()
                            .filter(pool -> isHeap(pool.getKey()))
                            .map(java.util.Map.Entry::getValue)
                            .mapToLong(MemoryUsage::getUsed)
                            .sum();
            peak.accumulateAndGet(used, Math::max);
        }
    }

    private static boolean isHeap(String pool) {
        return pool.contains("Eden") || pool.contains("Survivor") || pool.contains("Old") || pool.contains("Tenured");
    }

    /** All threads together; from JDK 21 on including those that have ended, and virtual ones. */
    private static long allocatedBytes() {
        try {
            return (long)
                    ThreadMXBean.class.getMethod("getTotalThreadAllocatedBytes").invoke(THREADS);
        } catch (ReflectiveOperationException olderJdk) {
            long sum = 0;
            for (long bytes : THREADS.getThreadAllocatedBytes(THREADS.getAllThreadIds())) {
                sum += Math.max(0, bytes);
            }
            return sum;
        }
    }
}
