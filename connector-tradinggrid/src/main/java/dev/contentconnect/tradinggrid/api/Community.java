package dev.contentconnect.tradinggrid.api;

import dev.contentconnect.tradinggrid.wire.WireCompany;
import dev.contentconnect.tradinggrid.wire.WireUser;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Community Management Services: {@code /TGCommunityServices/v1}, for our own company. */
public interface Community {
    /**
     * Our company.
     *
     * @return its profile
     */
    WireCompany company();

    /**
     * The partner directory, which the service gives in one piece.
     *
     * @return the partners
     */
    List<WireCompany> partners();

    /**
     * A partner by its name.
     *
     * @param name the name of the company, as it stands in the directory
     * @return what the service finds under this name; may be empty, and may hold others where it searches loosely
     */
    List<WireCompany> partnersNamed(String name);

    /**
     * The users of our company.
     *
     * @return the users
     */
    List<WireUser> users();

    /**
     * The user who logs in under a name; there is no search by another word. Users change their login, so keep the id.
     *
     * @param loginId the login
     * @return the user, or nothing
     */
    Optional<WireUser> userByLogin(String loginId);

    /**
     * A user.
     *
     * @param userIdOrLogin the id or the login
     * @return the user
     * @throws dev.contentconnect.core.error.ConnectorException NotFound and the like
     */
    WireUser user(String userIdOrLogin);

    /**
     * Makes a user.
     *
     * @param fields as the service names them: {@code phoneNumberExtention} is spelled that way, and flags are
     *     {@code "Yes"} or {@code "No"}: a Boolean here is written so
     * @return the id of the user
     */
    String create(Map<String, ?> fields);

    /**
     * Changes a user.
     *
     * @param userId the id, not the login
     * @param fields what changes; the rest stays
     */
    void update(String userId, Map<String, ?> fields);

    /**
     * Takes a user away.
     *
     * @param userId the id: a login is an {@code IllegalArgumentException}, because it may be another person's by now
     */
    void delete(String userId);

    /**
     * The roles of a user. The service knows them by login only, which is looked up at each call.
     *
     * @param userId the id
     * @return names of roles as the service spells them; compare without regard to letter case
     */
    List<String> roles(String userId);

    /**
     * Whether a user has a role, in whatever letters.
     *
     * @param userId the id
     * @param role its name
     * @return true when the user has it
     */
    boolean hasRole(String userId, String role);

    /**
     * Gives roles to a user, those left out that the user has in whatever letters, and reads them back.
     *
     * @param userId the id
     * @param roles names of roles
     * @return the roles afterwards
     * @throws dev.contentconnect.core.error.ConnectorException Rejected with the code {@code silently_dropped} when a role was
     *     not taken; NotFound and the like
     */
    List<String> addRoles(String userId, Collection<String> roles);

    /**
     * What our company may use.
     *
     * @return its entitlements
     */
    List<WireCompany> entitlements();

    /**
     * What a user may use.
     *
     * @param userId the id
     * @return the entitlements
     */
    List<WireCompany> entitlements(String userId);
}
