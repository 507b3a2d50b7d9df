package dev.contentconnect.core.feed;

/**
 * What a runner knows from one run to the next, besides what is stored.
 *
 * @param backlog how much is waiting
 * @param rate how much was handled lately
 * @param weather whether the systems behind the handler are down
 * @param lateness what was handled last of each object
 */
record Remembered(Backlog backlog, Rate rate, Weather weather, Lateness lateness) {
    static Remembered nothing(FeedOptions options) {
        return new Remembered(
                new Backlog(options),
                new Rate(options.time()),
                new Weather(options.time(), options.backoff()),
                new Lateness());
    }
}
