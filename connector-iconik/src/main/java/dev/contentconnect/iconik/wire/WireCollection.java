package dev.contentconnect.iconik.wire;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.contentconnect.core.json.Lenient;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A collection.
 *
 * @param id its id
 * @param title the title
 * @param status ACTIVE, HIDDEN or DELETED
 * @param parentId the collection it was made in
 * @param parents ids of those above
 * @param inCollections ids of the collections it is in
 * @param isRoot whether it is at the top
 * @param category the category, which decides on forms
 * @param externalId the id elsewhere; not unique
 * @param storageId the storage it is mapped to
 * @param objectType collections
 * @param dateCreated when it was made
 * @param dateModified when it was changed
 * @param rest members this SDK does not know
 */
public record WireCollection(
        @Nullable String id,
        @Nullable String title,
        @Nullable String status,
        @JsonProperty("parent_id") @Nullable String parentId,
        List<String> parents,
        @JsonProperty("in_collections") List<String> inCollections,
        @JsonProperty("is_root") @Nullable Boolean isRoot,
        @Nullable String category,
        @JsonProperty("external_id") @Nullable String externalId,
        @JsonProperty("storage_id") @Nullable String storageId,
        @JsonProperty("object_type") @Nullable String objectType,
        @JsonProperty("date_created") @Nullable String dateCreated,
        @JsonProperty("date_modified") @Nullable String dateModified,
        @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> rest) {
    /**
     * Makes the value; members may be missing.
     *
     * @param id its id
     * @param title the title
     * @param status ACTIVE, HIDDEN or DELETED
     * @param parentId the collection it was made in
     * @param parents ids of those above
     * @param inCollections ids of the collections it is in
     * @param isRoot whether it is at the top
     * @param category the category, which decides on forms
     * @param externalId the id elsewhere; not unique
     * @param storageId the storage it is mapped to
     * @param objectType collections
     * @param dateCreated when it was made
     * @param dateModified when it was changed
     * @param rest members this SDK does not know
     */
    public WireCollection {
        parents = Lenient.list(parents);
        inCollections = Lenient.list(inCollections);
        rest = Lenient.members(rest);
    }
}
