package dev.contentconnect.vip.wordpress;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** How a shell ends that has started servers, so that none of them outlives it. */
final class Stopping {
    private Stopping() {}

    static void end(Process process) {
        end(process, Duration.ofSeconds(30), Duration.ofSeconds(10));
    }

    /**
     * The shell stops database and web server when it has nothing more to read, and at the latest when it is told to end. Only
     * where it does neither, its children are killed before it, which nobody would find afterwards.
     *
     * @param orderly how long it may take to end by itself
     * @param told how long after it was told to end, and then after each kill
     */
    static void end(Process process, Duration orderly, Duration told) {
        List<ProcessHandle> children = process.descendants().toList();
        boolean interrupted = Thread.interrupted();
        try {
            try {
                process.getOutputStream().close();
            } catch (IOException alreadyGone) {
                // Its children may be left all the same.
            }
            if (!process.waitFor(orderly.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroy();
                if (!process.waitFor(told.toMillis(), TimeUnit.MILLISECONDS)) {
                    children = process.descendants().toList();
                    children.forEach(ProcessHandle::destroyForcibly);
                    process.waitFor(told.toMillis(), TimeUnit.MILLISECONDS);
                }
            }
        } catch (InterruptedException e) {
            interrupted = true;
            process.destroy();
        }
        // What the shell has stopped is gone, or about to go.
        children.forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
