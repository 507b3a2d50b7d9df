package dev.contentconnect.core.state;

import org.jspecify.annotations.Nullable;

/** What all stores say about replacing a link. */
final class Links {
    private Links() {}

    static void checkReplacement(@Nullable StateLink expected, StateLink next) {
        if (expected != null
                && (!expected.from().equals(next.from())
                        || !expected.type().equals(next.type())
                        || !expected.to().equals(next.to())
                        || expected.version() == next.version())) {
            throw new IllegalArgumentException(
                    "a link is replaced by one of the same ends and type, of another version");
        }
    }

    static String changed(StateLink link) {
        return "the link from " + link.from() + " to " + link.to() + " was changed by another worker";
    }
}
