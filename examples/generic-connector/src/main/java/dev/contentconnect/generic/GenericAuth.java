package dev.contentconnect.generic;

import dev.contentconnect.core.auth.OAuthClient;
import dev.contentconnect.core.config.Secret;
import java.util.Map;

/** How the system is shown who we are. */
public sealed interface GenericAuth {

    /** Not at all. */
    record None() implements GenericAuth {}

    /**
     * By headers that never change, for example a key, or {@code Authorization} with a token.
     *
     * @param values names and secrets
     */
    record Headers(Map<String, Secret> values) implements GenericAuth {
        /**
         * Makes the value; the map is copied.
         *
         * @param values names and secrets
         */
        public Headers {
            values = Map.copyOf(values);
        }
    }

    /**
     * By HTTP Basic.
     *
     * @param user without a colon
     * @param password the secret
     */
    record Basic(String user, Secret password) implements GenericAuth {}

    /**
     * By tokens that an OAuth client fetches for itself.
     *
     * @param client where and as whom
     */
    record ClientCredentials(OAuthClient client) implements GenericAuth {}

    /** The word for it in options. */
    enum Kind {
        /** Not at all. */
        NONE,
        /** By a header with a key. */
        HEADER,
        /** By a token that never changes. */
        BEARER,
        /** By user name and password. */
        BASIC,
        /** By tokens that an OAuth client fetches. */
        CLIENT_CREDENTIALS
    }
}
