package dev.contentconnect.examples.observability;

import dev.contentconnect.core.feed.FeedHandler;
import dev.contentconnect.core.feed.FeedItem;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;

/**
 * Makes an observation of each event that a feed's handler takes; the calls that it makes are below it.
 *
 * @param feed the name of the feed
 * @param handler does the work
 * @param registry where observations go
 */
public record ObservedHandler(String feed, FeedHandler handler, ObservationRegistry registry) implements FeedHandler {
    /** An event in the hands of a handler. */
    public static final String EVENT = "contentconnect.feed.event";

    @Override
    public void handle(FeedItem item) throws Exception {
        // Types are many: a system may send words that nobody has seen. As a tag of a meter they would never end.
        String type = item.event().type().value();
        Observation.createNotStarted(EVENT, registry)
                .contextualName(feed + " " + type)
                .lowCardinalityKeyValue("contentconnect.feed", feed)
                .highCardinalityKeyValue("contentconnect.event.type", type)
                .highCardinalityKeyValue("contentconnect.event.id", item.event().id())
                .observeChecked(() -> handler.handle(item));
    }
}
