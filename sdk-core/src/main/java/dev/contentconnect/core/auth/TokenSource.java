package dev.contentconnect.core.auth;

import dev.contentconnect.core.config.Secret;
import dev.contentconnect.core.error.ConnectorError;
import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.http.HttpReply;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Gives the token to use now. Safe for several threads.
 *
 * <p>Fetching a token is a call of its own, with its own attempts and its own time, by a name of its own. The call that
 * needs the token does not repeat it: what a source throws ends that call, so that a dead token endpoint sees as many
 * requests as the source's own policy says, and no multiple of them.
 */
public interface TokenSource {

    /**
     * The token to use now. Touches the network when there is none or it is about to end; any number of callers then wait
     * for one request.
     *
     * @return a token
     * @throws ConnectorException Unauthenticated, RateLimited, Unavailable, TimedOut,
     *     Undecodable, Cancelled
     */
    Token token();

    /**
     * Another token after a system turned one away. Touches the network unless another caller has done so already.
     *
     * @param rejected the token that was turned away
     * @return the present token; equal to {@code rejected} where there is no other, so that trying again is of no use
     * @throws ConnectorException as {@link #token()}
     */
    Token replace(Token rejected);

    /**
     * Sees every answer of a trusted host, for systems that hand out a new ticket with each.
     *
     * @param used the token the request went out with
     * @param reply the answer
     */
    default void seen(Token used, HttpReply reply) {}

    /**
     * A token that never changes.
     *
     * @param token the token
     * @return a source that never touches the network
     */
    static TokenSource fixed(Token token) {
        return new TokenSource() {
            @Override
            public Token token() {
                return token;
            }

            @Override
            public Token replace(Token rejected) {
                return token;
            }

            @Override
            public String toString() {
                return token.toString();
            }
        };
    }

    /**
     * Fixed headers, for systems that take a pair of keys.
     *
     * @param headers names and secrets
     * @return a source that never touches the network
     */
    static TokenSource headers(Map<String, Secret> headers) {
        return fixed(new Token(new LinkedHashMap<>(headers), null));
    }

    /**
     * What a failed request for a token comes to: systems answer a wrong client with 400, 401 or 403.
     *
     * @param failure what the request failed with
     * @return Unauthenticated in place of Rejected and Forbidden, with the failure as its cause; all else as it is
     */
    static ConnectorException refused(ConnectorException failure) {
        boolean turnedAway = failure.kind() == ErrorKind.REJECTED || failure.kind() == ErrorKind.FORBIDDEN;
        return turnedAway
                ? new ConnectorException(
                        new ConnectorError.Unauthenticated(failure.error().trace()), failure)
                : failure;
    }

    /**
     * HTTP Basic.
     *
     * @param user the user name
     * @param password the password
     * @return a source that never touches the network
     * @throws IllegalArgumentException when the user name holds a colon, which Basic cannot carry
     */
    static TokenSource basic(String user, Secret password) {
        if (user.indexOf(':') >= 0) {
            throw new IllegalArgumentException("a user name for HTTP Basic must not hold a colon");
        }
        byte[] pair = (user + ":" + password.reveal()).getBytes(StandardCharsets.UTF_8);
        Secret value = Secret.of("Basic " + Base64.getEncoder().encodeToString(pair));
        return headers(Map.of("Authorization", value));
    }
}
