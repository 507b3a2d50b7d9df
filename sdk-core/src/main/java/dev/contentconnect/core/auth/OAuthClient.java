package dev.contentconnect.core.auth;

import dev.contentconnect.core.config.Secret;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How we present ourselves at an OAuth 2 token endpoint.
 *
 * @param tokenEndpoint where tokens are asked for
 * @param clientId the public part of our registration
 * @param clientSecret the secret part; null for a registration without one, where sending any would be refused
 * @param scope what to ask for; null for the default of the system
 * @param style how the request is written
 * @param parameters further parameters that the system wants, none of them secret; may be empty
 */
public record OAuthClient(
        URI tokenEndpoint,
        String clientId,
        @Nullable Secret clientSecret,
        @Nullable String scope,
        Style style,
        Map<String, String> parameters) {

    /**
     * Makes a client; the map is copied.
     *
     * @param tokenEndpoint where tokens are asked for
     * @param clientId the public part of our registration
     * @param clientSecret the secret part; null for a registration without one, where sending any would be refused
     * @param scope what to ask for; null for the default of the system
     * @param style how the request is written
     * @param parameters further parameters that the system wants, none of them secret; may be empty
     */
    public OAuthClient {
        parameters = Map.copyOf(parameters);
    }

    /** How a token request is written. */
    public enum Style {
        /** A form with client id and secret among its fields. The usual way. */
        FORM,
        /** A form, with client id and secret as HTTP Basic. */
        FORM_WITH_BASIC,
        /** A JSON object with client id and secret among its members. */
        JSON
    }
}
