package dev.contentconnect.bench;

import dev.contentconnect.core.model.Asset;
import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/** The process of one contender in one round: warms up, measures, prints one line. */
final class Worker {
    private static final long MIB = 1 << 20;

    private final Contender contender;
    private final Workload workload;
    private final boolean quick;
    private final Meter meter = new Meter();
    private final AtomicLong seen = new AtomicLong();

    private Worker(Contender contender, Workload workload, boolean quick) {
        this.contender = contender;
        this.workload = workload;
        this.quick = quick;
    }

    /** Server, contender, workload and {@code quick} or {@code full}. */
    public static void main(String[] args) throws Exception {
        URI server = URI.create(args[0]);
        Contender contender = Contender.Name.valueOf(args[1]).open(server);
        Worker worker = new Worker(contender, Workload.of(args[2]), args[3].equals("quick"));
        System.out.println(worker.measured().toLine());
        System.exit(0);
    }

    private Usage measured() throws Exception {
        int warmUp = workload.warmUp(quick);
        int amount = workload.amount(quick);
        return switch (workload) {
            case LIST, LIST_1K, LIST_1M -> list(warmUp, amount);
            case DOWNLOAD, UPLOAD -> transfer(warmUp, amount);
            default -> calls(warmUp, amount);
        };
    }

    private Usage list(int warmUp, int amount) throws IOException {
        contender.list(Math.max(warmUp, Payloads.PAGE_SIZE), this::see);
        meter.start();
        seen.set(0);
        int stride = workload.isForHeap() ? Math.max(Payloads.PAGE_SIZE, amount / 20) : Integer.MAX_VALUE;
        contender.list(amount, asset -> {
            see(asset);
            if (seen.get() % stride == 0) {
                meter.sampleHeap();
            }
        });
        Contents.expect(amount, seen.get());
        return meter.stop(amount / Payloads.PAGE_SIZE);
    }

    private Usage transfer(int warmUp, int amount) throws IOException {
        Path folder = Files.createTempDirectory("bench");
        Path small = folder.resolve("small");
        Path large = folder.resolve("large");
        try {
            if (workload == Workload.UPLOAD) {
                fill(small, warmUp * MIB);
                fill(large, amount * MIB);
            }
            move(small, warmUp * MIB);
            meter.start();
            move(large, amount * MIB);
            return meter.stop(1);
        } finally {
            Files.deleteIfExists(small);
            Files.deleteIfExists(large);
            Files.delete(folder);
        }
    }

    private void move(Path file, long bytes) throws IOException {
        if (workload == Workload.UPLOAD) {
            contender.upload(file);
        } else {
            contender.download(bytes, file);
        }
    }

    private static void fill(Path file, long bytes) throws IOException {
        java.nio.ByteBuffer block = java.nio.ByteBuffer.allocateDirect((int) MIB);
        try (FileChannel out = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            for (long left = bytes; left > 0; left -= MIB) {
                out.write(block.rewind());
            }
        }
    }

    /** The callers stay alive until the meter has stopped: memory taken by a thread is forgotten when it ends. */
    private Usage calls(int warmUp, int amount) throws Exception {
        int callers = workload.callers(quick);
        AtomicInteger cold = new AtomicInteger(warmUp);
        AtomicInteger left = new AtomicInteger(amount);
        AtomicReference<Throwable> failure = new AtomicReference<>();
        CountDownLatch warm = new CountDownLatch(callers);
        CountDownLatch go = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(callers);
        CountDownLatch end = new CountDownLatch(1);
        ThreadFactory threads = threads();
        for (int i = 0; i < callers; i++) {
            threads.newThread(() -> {
                        try {
                            work(cold);
                            warm.countDown();
                            go.await();
                            work(left);
                            done.countDown();
                            end.await();
                        } catch (Throwable e) {
                            failure.compareAndSet(null, e);
                            warm.countDown();
                            done.countDown();
                        }
                    })
                    .start();
        }
        warm.await();
        meter.start();
        go.countDown();
        done.await();
        Usage usage = meter.stop(amount);
        end.countDown();
        if (failure.get() != null) {
            throw new IllegalStateException(failure.get());
        }
        return usage;
    }

    private void work(AtomicInteger left) throws IOException {
        int wait = workload.isWaiting() ? 200 : 0;
        while (left.decrementAndGet() >= 0) {
            see(contender.get(wait));
        }
    }

    /** Looks at an asset, so that no part of the work can be left out. */
    private void see(Asset asset) {
        if (asset.renditions().size() != 4 || asset.updatedAt() == null) {
            throw new IllegalStateException("not the asset that was asked for: " + asset);
        }
        seen.incrementAndGet();
    }

    /** Virtual threads by reflection: this compiles for 17 and runs them where they exist. */
    private ThreadFactory threads() throws ReflectiveOperationException {
        if (!workload.needsVirtualThreads()) {
            return task -> new Thread(null, task, "caller", 256 << 10);
        }
        Object builder = Thread.class.getMethod("ofVirtual").invoke(null);
        return (ThreadFactory)
                Class.forName("java.lang.Thread$Builder").getMethod("factory").invoke(builder);
    }
}
