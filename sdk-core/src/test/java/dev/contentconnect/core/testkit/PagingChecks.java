package dev.contentconnect.core.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.error.MappingIssue;
import dev.contentconnect.core.page.Page;
import dev.contentconnect.core.page.Paged;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A list gives each item once, whatever its pages look like. */
abstract class PagingChecks extends Checks {
    PagingChecks(ConnectorContract contract) {
        super(contract);
    }

    private Paged<?> list(int filled, int pageSize) {
        if (filled > 0) {
            subject().fillList(connector(), filled);
        }
        sandbox().clearRequests();
        return subject().list(connector(), pageSize);
    }

    private static List<Object> items(Paged<?> list) {
        List<Object> out = new ArrayList<>();
        list.forEach(out::add);
        return out;
    }

    @Test
    void asksForNothingBeforeIteration() {
        list(1, 10);
        assertThat(sandbox().requests()).isEmpty();
    }

    @Test
    void endsAnEmptyList() {
        assertThat(items(list(0, 10))).isEmpty();
    }

    @Test
    void readsOnePage() {
        assertThat(items(list(3, 10))).hasSize(3).doesNotHaveDuplicates();
    }

    @Test
    void readsManyPagesAndStartsOverOnTheNextIteration() {
        Paged<?> list = list(7, 3);
        List<Object> first = items(list);
        assertThat(first).hasSize(7).doesNotHaveDuplicates();
        assertThat(items(list)).isEqualTo(first);
        assertThat(items(list.prefetch())).isEqualTo(first);
    }

    @Test
    void readsExactlyFullPages() {
        assertThat(items(list(6, 3))).hasSize(6).doesNotHaveDuplicates();
    }

    @Test
    void goesOnFromAStoredCursor() {
        Paged<?> list = list(7, 3);
        List<Object> all = items(list);
        Page<?> first = list.pages().iterator().next();

        assertThat(first.next()).isNotNull();
        List<Object> joined = new ArrayList<>(first.items());
        joined.addAll(items(list.startingAt(first.next())));
        assertThat(joined).isEqualTo(all);
    }

    @Test
    void doesNotTakeAnEmptyPageForTheEnd() {
        Paged<?> list = list(7, 3);
        items(list);
        int plain = sandbox().requests().size();
        assumeTrue(subject().pageWithGaps(), "the vendor sends no empty page before the end");
        sandbox().clearRequests();
        assertThat(items(list)).hasSize(7).doesNotHaveDuplicates();
        assertThat(sandbox().requests().size())
                .as("requests for a list with gaps, which pageWithGaps() lets the sandbox send")
                .isGreaterThan(plain);
    }

    @Test
    void readsOnAfterAPassingOutage() {
        Paged<?> list = list(7, 3);
        List<Object> first = items(list);
        sandbox().failNext(2, "*", "/", Fault.status(503));
        assertThat(items(list)).hasSize(7).isEqualTo(first);
    }

    @Test
    void givesTheGoodItemsOfAPageAndAnIssueForABadOne() {
        Paged<?> list = list(7, 3);
        // What a connector asks for once and keeps is there from now on, and not what goes bad.
        items(list);
        List<MappingIssue> issues = new ArrayList<>();
        sandbox().failNext(1_000, "*", "/", Fault.badItem());
        List<Object> good = items(list.onIssue(issues::add));
        assumeTrue(good.size() < 7, "the list does not stand outermost in the vendor's answers");
        assertThat(good).as("the items but for the bad ones").isNotEmpty();
        assertThat(issues).as("an issue for each bad item").hasSizeGreaterThanOrEqualTo(7 - good.size());
    }

    @Test
    void leavesACircle() {
        assumeTrue(subject().pageInCircles(), "the vendor's paging cannot go in circles");
        Paged<?> list = list(7, 3);
        ConnectorException failure = failure(() -> items(list));
        assertThat(failure.kind()).isEqualTo(ErrorKind.UNDECODABLE);
        assertThat(failure).hasMessageContaining("circle");
    }
}
