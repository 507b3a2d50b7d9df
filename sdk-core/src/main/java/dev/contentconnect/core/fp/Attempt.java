package dev.contentconnect.core.fp;

import dev.contentconnect.core.error.ConnectorError;
import dev.contentconnect.core.error.ConnectorException;
import io.vavr.control.Either;
import java.util.function.Supplier;

/** Turns calls that throw into values. */
public final class Attempt {
    private Attempt() {}

    /**
     * Makes a call and gives what came of it. What also fails on this side, as {@code Content.copyTo} does with
     * {@code IOException}, is no call to a system alone: the caller catches that inside.
     *
     * @param call a call to a system; runs at once, on this thread
     * @param <T> what it gives
     * @return right with the result, or left with the error; programming mistakes and errors of the machine are thrown as
     *     ever
     */
    public static <T> Either<ConnectorError, T> of(Supplier<? extends T> call) {
        try {
            return Either.right(call.get());
        } catch (ConnectorException e) {
            return Either.left(e.error());
        }
    }

    /**
     * Makes a call that gives nothing.
     *
     * @param call a call to a system; runs at once, on this thread
     * @return right with true, or left with the error
     */
    public static Either<ConnectorError, Boolean> run(Runnable call) {
        return of(() -> {
            call.run();
            return Boolean.TRUE;
        });
    }
}
