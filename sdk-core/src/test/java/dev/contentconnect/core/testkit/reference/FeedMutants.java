package dev.contentconnect.core.testkit.reference;

import dev.contentconnect.core.feed.ChangeBatch;
import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.model.CaseEventType;
import dev.contentconnect.core.spi.AssetFeed;
import dev.contentconnect.core.spi.WebhookReceiver;
import dev.contentconnect.core.testkit.Wiring;
import dev.contentconnect.core.webhook.WebhookRejection;
import dev.contentconnect.core.webhook.WebhookRejection.Reason;
import io.vavr.control.Either;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Mistakes of feeds and of what is pushed. */
final class FeedMutants {
    static final List<Mutant> ALL = List.of(
            pushed(
                    "takes a push of last year",
                    "turnsAPushAwayThatWasNotSentJustNow",
                    Reason.STALE,
                    () -> Either.right(List.of())),
            pushed(
                    "takes a push of any size",
                    "turnsAPushAwayThatIsTooLarge",
                    Reason.TOO_LARGE,
                    () -> Either.right(List.of())),
            pushed("chokes on garbage", "turnsAPushAwayThatIsNoEvent", Reason.MALFORMED, FeedMutants::choking),
            pushed(
                    "chokes on another type",
                    "answersAPushWhoseMembersHaveOtherTypes",
                    Reason.MALFORMED,
                    FeedMutants::choking),
            telling(
                    "tells a change without saying of what",
                    event -> event.toBuilder().subject(null).build()),
            telling("tells a change in its own words", event -> typed(event, CaseEventType.of("shoebox.made"))),
            Mutant.doing(
                    "tells of the first page of changes alone",
                    "Feeds.losesNoAssetOfThoseThatChangedInOneMoment",
                    AssetFeed.class,
                    "changes",
                    (real, args) -> {
                        int limit = (int) args[1];
                        ChangeBatch page = (ChangeBatch) real.call(args[0], Math.min(limit, Wiring.PAGE_SIZE));
                        boolean isAll = limit > Wiring.PAGE_SIZE;
                        return isAll ? new ChangeBatch(page.events(), page.next(), false, page.issues()) : page;
                    }),
            Mutant.changed(
                    "begins later in a second than the system dates what happens in it",
                    "Feeds.tellsOfChangedAssetsSinceAStoredCursor",
                    (subject, connector) -> {
                        AtomicReference<Instant> begin = new AtomicReference<>();
                        return Mutant.replacing(
                                connector,
                                AssetFeed.class,
                                feed -> Mutant.between(AssetFeed.class, feed, "changes", (real, args) -> {
                                    begin.compareAndSet(null, subject.clock().now());
                                    return since(begin.get(), (ChangeBatch) real.call(args));
                                }));
                    }));

    private FeedMutants() {}

    private static Mutant pushed(String mistake, String check, Reason reason, Supplier<Object> instead) {
        return Mutant.doing(mistake, "Pushes." + check, WebhookReceiver.class, "receive", (real, args) -> {
            Either<?, ?> taken = (Either<?, ?>) real.call(args);
            boolean isRefused = taken.isLeft() && ((WebhookRejection) taken.getLeft()).reason() == reason;
            return isRefused ? instead.get() : taken;
        });
    }

    private static Object choking() {
        throw new IllegalStateException("no event");
    }

    private static Mutant telling(String mistake, UnaryOperator<CaseEvent> other) {
        return Mutant.doing(
                mistake, "Feeds.tellsWhichAssetChangedHowAndWhen", AssetFeed.class, "changes", (real, args) -> {
                    ChangeBatch batch = (ChangeBatch) real.call(args);
                    List<CaseEvent> events = batch.events().stream().map(other).toList();
                    return new ChangeBatch(events, batch.next(), batch.more(), batch.issues());
                });
    }

    private static CaseEvent typed(CaseEvent event, CaseEventType type) {
        return CaseEvent.builder(event.source(), type, event.id(), event.occurredAt())
                .subject(event.subject())
                .build();
    }

    /** What a system that tells seconds gives of a batch. */
    private static ChangeBatch since(Instant begin, ChangeBatch batch) {
        List<CaseEvent> events = batch.events().stream()
                .filter(event ->
                        !event.occurredAt().truncatedTo(ChronoUnit.SECONDS).isBefore(begin))
                .toList();
        return new ChangeBatch(events, batch.next(), batch.more(), batch.issues());
    }
}
