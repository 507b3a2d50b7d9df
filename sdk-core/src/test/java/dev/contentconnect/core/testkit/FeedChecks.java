package dev.contentconnect.core.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.feed.ChangeFeed;
import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.page.Cursor;
import dev.contentconnect.core.spi.AssetFeed;
import dev.contentconnect.core.spi.CapabilityTrait;
import dev.contentconnect.core.spi.CaseFeed;
import dev.contentconnect.core.spi.WorkspaceFeed;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** AssetFeed, CaseFeed and WorkspaceFeed. */
abstract class FeedChecks extends Checks {
    private static final String[] CASE_FAMILIES = {"case", "task", "approval", "comment", "request", "delivery"};

    FeedChecks(ConnectorContract contract) {
        super(contract);
    }

    /** What a change is told as, whatever it was. */
    private void tellsChangesInTheWordsOf(Class<? extends ChangeFeed> type, IntConsumer change, String... families) {
        ChangeFeed feed = capability(type);
        Instant before = clock().now().minusSeconds(1);
        Cursor start = DrainedFeed.of(feed, null, 100).next();
        change.accept(1);
        clock().advance(Duration.ofHours(1));
        List<CaseEvent> told = DrainedFeed.of(feed, start, 100).events();
        assertThat(told).isNotEmpty().allSatisfy(event -> {
            assertThat(event.source()).isEqualTo(connector().system());
            assertThat(subjectOf(event)).as("subject or case of %s", event).isPresent();
            assertThat(event.type().value().replaceAll("\\..*", ""))
                    .as("the family of %s, one of those that %s names", event.type(), type.getSimpleName())
                    .isIn((Object[]) families);
            assertThat(event.occurredAt())
                    .as("when it happened; the sandbox goes by the clock that newSubject is given")
                    .isBetween(before, clock().now());
        });
    }

    private Optional<SourceRef> subjectOf(CaseEvent event) {
        return Stream.of(event.subject(), event.caseRef())
                .filter(ref -> ref != null && ref.system().equals(connector().system()))
                .findFirst();
    }

    @Test
    void tellsWhichAssetChangedHowAndWhen() {
        tellsChangesInTheWordsOf(
                AssetFeed.class,
                number -> subject().changeAsset(connector(), number),
                "asset",
                "rights",
                "approval",
                "comment",
                "delivery",
                "usage");
    }

    @Test
    void tellsWhichCaseChangedHowAndWhen() {
        tellsChangesInTheWordsOf(CaseFeed.class, number -> subject().changeCase(connector(), number), CASE_FAMILIES);
    }

    @Test
    void tellsWhichWorkspaceChangedHowAndWhen() {
        tellsChangesInTheWordsOf(
                WorkspaceFeed.class, number -> subject().changeWorkspace(connector(), number), "workspace");
    }

    /** Reads to the end; puts the ids into the set and returns the cursor to go on from. */
    private static Cursor drain(ChangeFeed feed, @Nullable Cursor from, int limit, Set<String> ids) {
        DrainedFeed drained = DrainedFeed.of(feed, from, limit);
        ids.addAll(drained.ids());
        return drained.next();
    }

    private void tellsEachChangeAndGoesOn(ChangeFeed feed, IntConsumer change) {
        Cursor start = drain(feed, null, 100, new LinkedHashSet<>());
        Set<String> first = new LinkedHashSet<>();
        for (int i = 1; i <= 3; i++) {
            change.accept(i);
        }
        clock().advance(Duration.ofHours(1));
        Cursor middle = drain(feed, start, 2, first);
        assertThat(first).hasSizeGreaterThanOrEqualTo(3);
        Set<String> atOnce = new LinkedHashSet<>();
        drain(feed, start, 100, atOnce);
        assertThat(first).as("small batches tell what a large one tells").isEqualTo(atOnce);

        change.accept(4);
        clock().advance(Duration.ofHours(1));
        Set<String> second = new LinkedHashSet<>();
        drain(feed, Cursor.of(middle.value()), 2, second);
        second.removeAll(first);
        assertThat(second).as("the change after the stored cursor").isNotEmpty();

        Set<String> again = new LinkedHashSet<>();
        drain(feed, start, 2, again);
        assertThat(again).as("the same cursor again loses nothing").containsAll(first);
    }

    /** More than a small batch holds, without a clock that moves in between. */
    private void losesNothingOfOneMoment(ChangeFeed feed, IntConsumer change) {
        Cursor start = drain(feed, null, 100, new LinkedHashSet<>());
        clock().advance(Duration.ofHours(1));
        for (int i = 1; i <= 9; i++) {
            change.accept(i);
        }
        clock().advance(Duration.ofHours(1));
        Set<String> told = new LinkedHashSet<>();
        drain(feed, start, 4, told);
        Set<String> atOnce = new LinkedHashSet<>();
        drain(feed, start, 1_000, atOnce);
        assertThat(told).hasSizeGreaterThanOrEqualTo(9).isEqualTo(atOnce);
    }

    private void beginsWhereItSays(Class<? extends ChangeFeed> type, IntConsumer change) {
        ChangeFeed feed = capability(type);
        change.accept(1);
        clock().advance(Duration.ofHours(1));

        Set<String> before = new LinkedHashSet<>();
        Cursor end = drain(feed, null, 100, before);
        if (connector()
                .describe()
                .capability(type)
                .orElseThrow()
                .traits()
                .contains(CapabilityTrait.FEED_BEGINS_AT_OLDEST)) {
            assertThat(before).as("what was there before").isNotEmpty();
        } else {
            assertThat(before).as("nothing of what was there before").isEmpty();
        }

        change.accept(2);
        clock().advance(Duration.ofHours(1));
        Set<String> after = new LinkedHashSet<>();
        drain(feed, end, 100, after);
        assertThat(after).as("the change after the first reading").isNotEmpty();
    }

    @Test
    void beginsTheAssetFeedWhereItSays() {
        beginsWhereItSays(AssetFeed.class, number -> subject().changeAsset(connector(), number));
    }

    @Test
    void beginsTheCaseFeedWhereItSays() {
        beginsWhereItSays(CaseFeed.class, number -> subject().changeCase(connector(), number));
    }

    @Test
    void tellsOfChangedAssetsSinceAStoredCursor() {
        AssetFeed feed = capability(AssetFeed.class);
        tellsEachChangeAndGoesOn(feed, number -> subject().changeAsset(connector(), number));
    }

    @Test
    void tellsOfChangedCasesSinceAStoredCursor() {
        CaseFeed feed = capability(CaseFeed.class);
        tellsEachChangeAndGoesOn(feed, number -> subject().changeCase(connector(), number));
    }

    @Test
    void losesNoAssetOfThoseThatChangedInOneMoment() {
        AssetFeed feed = capability(AssetFeed.class);
        losesNothingOfOneMoment(feed, number -> subject().changeAsset(connector(), number));
    }

    @Test
    void losesNoCaseOfThoseThatChangedInOneMoment() {
        CaseFeed feed = capability(CaseFeed.class);
        losesNothingOfOneMoment(feed, number -> subject().changeCase(connector(), number));
    }

    @Test
    void losesNoWorkspaceOfThoseThatChangedInOneMoment() {
        WorkspaceFeed feed = capability(WorkspaceFeed.class);
        losesNothingOfOneMoment(feed, number -> subject().changeWorkspace(connector(), number));
    }

    @Test
    void tellsOfChangedWorkspacesSinceAStoredCursor() {
        WorkspaceFeed feed = capability(WorkspaceFeed.class);
        tellsEachChangeAndGoesOn(feed, number -> subject().changeWorkspace(connector(), number));
    }

    @Test
    void beginsTheWorkspaceFeedWhereItSays() {
        beginsWhereItSays(WorkspaceFeed.class, number -> subject().changeWorkspace(connector(), number));
    }

    @Test
    void refusesACursorThatIsNotOfTheWorkspaceFeed() {
        WorkspaceFeed feed = capability(WorkspaceFeed.class);
        assertFails(ErrorKind.REJECTED, () -> feed.changes(Cursor.of("not a cursor ✗"), 10));
    }

    @Test
    void refusesACursorThatIsNotOfTheAssetFeed() {
        AssetFeed feed = capability(AssetFeed.class);
        assertFails(ErrorKind.REJECTED, () -> feed.changes(Cursor.of("not a cursor ✗"), 10));
    }

    @Test
    void refusesACursorThatIsNotOfTheCaseFeed() {
        CaseFeed feed = capability(CaseFeed.class);
        assertFails(ErrorKind.REJECTED, () -> feed.changes(Cursor.of("not a cursor ✗"), 10));
    }
}
