package dev.contentconnect.aprimo.sandbox;

import dev.contentconnect.core.testkit.FakeClock;
import java.time.Duration;

/** The tenant's quota: so many requests a second; a queue of further ones is delayed, and what is beyond is turned away. */
final class Quota {
    private final FakeClock clock;
    private int perSecond = Integer.MAX_VALUE;
    private int queue;
    private double waiting;
    private long at;
    private int throttled;

    Quota(FakeClock clock) {
        this.clock = clock;
        this.at = clock.nanoTime();
    }

    void set(int requests, int delayed) {
        this.perSecond = requests;
        this.queue = delayed;
    }

    int throttled() {
        return throttled;
    }

    void take() {
        long now = clock.nanoTime();
        waiting = Math.max(0, waiting - (now - at) / 1e9 * perSecond);
        at = now;
        if (waiting + 1 > (double) perSecond + queue) {
            throttled++;
            throw Refusal.of(429, "Throttled", "Too Many Requests");
        }
        waiting++;
        double beyond = waiting - perSecond;
        if (beyond > 0) {
            clock.advance(Duration.ofNanos((long) (beyond / perSecond * 1e9)));
        }
    }
}
