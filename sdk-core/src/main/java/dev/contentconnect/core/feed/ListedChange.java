package dev.contentconnect.core.feed;

import dev.contentconnect.core.error.MappingIssue;
import dev.contentconnect.core.model.CaseEvent;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a list of changes, for an {@link OverlapFeed}.
 *
 * @param at when it happened, by the date that the list is in the order of; null where that cannot be read
 * @param id tells it from other changes, the same whenever it is read; null where it has none
 * @param event makes its event, or says what is wrong with it; called for what is handed out, and for what has no
 *     {@code at} or no {@code id}, which is an issue
 */
public record ListedChange(@Nullable Instant at, @Nullable String id, Supplier<Either<MappingIssue, CaseEvent>> event) {

    /** Stands for an entry that is no change and is passed over. */
    public static final ListedChange NONE =
            new ListedChange(null, null, () -> Either.left(new MappingIssue("", "is no change", null)));

    MappingIssue issue() {
        return event.get()
                .fold(issue -> issue, made -> new MappingIssue("date", "is missing or not readable", made.id()));
    }
}
