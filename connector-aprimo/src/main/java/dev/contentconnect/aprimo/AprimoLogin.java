package dev.contentconnect.aprimo;

import dev.contentconnect.core.auth.TokenStore;
import dev.contentconnect.core.config.Secret;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Where tokens come from and who asks for them. Both products of the vendor take the same token.
 *
 * @param endpoint where tokens come from
 * @param uploadEndpoint where bytes are sent
 * @param clientId the id of the registration
 * @param clientSecret the secret of the registration, or null with a token store
 * @param username on whose behalf tokens are asked for, or null for the user of the registration
 * @param userToken the token that the user generated, or null
 * @param tokens holds the refresh token of a login with PKCE, or null
 * @param requestsPerSecond how many requests a second are made at most
 */
public record AprimoLogin(
        URI endpoint,
        URI uploadEndpoint,
        String clientId,
        @Nullable Secret clientSecret,
        @Nullable String username,
        @Nullable Secret userToken,
        @Nullable TokenStore tokens,
        int requestsPerSecond) {
    /** Address and registration; no secrets. */
    @Override
    public String toString() {
        return "AprimoLogin[" + endpoint + ", registration " + clientId + "]";
    }
}
