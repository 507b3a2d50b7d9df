package dev.contentconnect.workflow.map;

import dev.contentconnect.core.error.MappingIssue;
import dev.contentconnect.core.time.Timestamps;
import io.vavr.control.Either;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads the parts of one item and keeps the first thing that is wrong with it. Belongs to one thread. */
final class Reading {
    private final @Nullable String item;
    private @Nullable MappingIssue issue;

    Reading(@Nullable String item) {
        this.item = item;
    }

    String required(String path, @Nullable String value) {
        if (value == null || value.isBlank()) {
            wrong(path, "is missing");
            return "missing";
        }
        return value;
    }

    @Nullable Instant date(String path, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return Timestamps.parse(text);
        } catch (DateTimeException e) {
            wrong(path, "is not a date: " + text);
            return null;
        }
    }

    void wrong(String path, String problem) {
        if (issue == null) {
            issue = new MappingIssue(path, problem, item);
        }
    }

    <T> Either<MappingIssue, T> finish(Supplier<T> make) {
        return issue == null ? Either.right(make.get()) : Either.left(issue);
    }

    static @Nullable String text(@Nullable String value) {
        return value == null || value.isBlank() ? null : value;
    }
}
