package dev.contentconnect.smintio.api;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is published of the backend of portals: custom forms, and which of them a tenant uses. Needs an administrator's login. A
 * change leaves alone what it does not name; null clears.
 *
 * @see <a href="https://github.com/smintio/Portals-Components-SDK">Smint.io: custom forms</a>
 */
public interface Backend {
    /**
     * All custom forms that fit on one page.
     *
     * @return each as plain values
     */
    List<Map<String, @Nullable Object>> forms();

    /**
     * One custom form.
     *
     * @param form its id
     * @return as plain values
     */
    Map<String, @Nullable Object> form(String form);

    /**
     * The groups of a custom form.
     *
     * @param form its id
     * @return as plain values
     */
    Map<String, @Nullable Object> formGroups(String form);

    /**
     * Makes a custom form.
     *
     * @param form its members
     * @return where it is, as the service says it; empty where it does not
     */
    String createForm(Map<String, ? extends @Nullable Object> form);

    /**
     * Changes a custom form.
     *
     * @param form its id
     * @param version the version that was read; another one is a Conflict
     * @param change members to set
     */
    void updateForm(String form, long version, Map<String, ? extends @Nullable Object> change);

    /**
     * Deletes a custom form.
     *
     * @param form its id
     * @param version the version that was read
     */
    void deleteForm(String form, long version);

    /**
     * Says which forms a tenant uses.
     *
     * @param tenant the id of the tenant, not its name
     * @param version the version that was read
     * @param change members to set, for example {@code frontend_user_group_custom_form_uuid}
     */
    void updateTenant(String tenant, long version, Map<String, ? extends @Nullable Object> change);
}
