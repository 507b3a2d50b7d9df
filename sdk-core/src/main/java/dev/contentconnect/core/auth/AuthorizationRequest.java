package dev.contentconnect.core.auth;

import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * How a person is sent to the login page of an OAuth 2 system (authorization code, RFC 6749 section 4.1).
 *
 * @param endpoint the authorization endpoint; a query of its own is kept, and so is a slash at its end
 * @param redirectUri where the person comes back to, letter by letter as it is registered there
 * @param pkce whether the login is bound to us with PKCE (RFC 7636, method S256); systems that do not know it pass it over
 * @param parameters further parameters that the system wants, in this order, none of them secret; may be empty
 */
public record AuthorizationRequest(URI endpoint, String redirectUri, boolean pkce, Map<String, String> parameters) {
    private static final Set<String> OURS = Set.of(
            "response_type",
            "client_id",
            "redirect_uri",
            "scope",
            "state",
            "code_challenge",
            "code_challenge_method",
            "client_secret");

    /**
     * Makes the value; the map is copied.
     *
     * @param endpoint the authorization endpoint; a query of its own is kept, and so is a slash at its end
     * @param redirectUri where the person comes back to, letter by letter as it is registered there
     * @param pkce whether the login is bound to us with PKCE
     * @param parameters further parameters that the system wants, in this order, none of them secret; may be empty
     * @throws IllegalArgumentException when the endpoint is not absolute, the redirect address is blank, or a further
     *     parameter is one that this SDK sets or a secret
     */
    public AuthorizationRequest {
        if (!endpoint.isAbsolute() || endpoint.getHost() == null) {
            throw new IllegalArgumentException("endpoint must be an absolute address");
        }
        if (redirectUri.isBlank()) {
            throw new IllegalArgumentException("redirectUri must not be blank");
        }
        for (String name : parameters.keySet()) {
            if (OURS.contains(name)) {
                throw new IllegalArgumentException(name + " is not a further parameter");
            }
        }
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }
}
