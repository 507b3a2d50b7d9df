package dev.contentconnect.smintio.api;

import dev.contentconnect.core.page.Paged;
import dev.contentconnect.smintio.wire.WireAsset;
import dev.contentconnect.smintio.wire.WireCollection;
import dev.contentconnect.smintio.wire.WireComment;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collections of a portal. Comments are made on a collection, or on an asset within one. */
public interface PortalCollections {
    /**
     * Makes a collection with assets in it.
     *
     * @param name what people call it
     * @param assets scoped ids; may be empty
     * @return the collection
     */
    WireCollection create(String name, Collection<String> assets);

    /**
     * One collection.
     *
     * @param id its id
     * @return the collection
     */
    WireCollection get(String id);

    /**
     * Collections that match words. Lazy.
     *
     * @param text words of their names; null for all
     * @return the collections
     */
    Paged<WireCollection> search(@Nullable String text);

    /**
     * Gives a collection another name.
     *
     * @param id its id
     * @param name the new name
     * @return the collection afterwards
     */
    WireCollection rename(String id, String name);

    /**
     * Deletes a collection; its assets stay.
     *
     * @param id its id
     */
    void delete(String id);

    /**
     * What is in a collection. Lazy.
     *
     * @param id its id
     * @return the assets
     */
    Paged<WireAsset> assets(String id);

    /**
     * Puts assets into a collection.
     *
     * @param id its id
     * @param assets scoped ids
     */
    void add(String id, Collection<String> assets);

    /**
     * Takes assets out of a collection.
     *
     * @param id its id
     * @param assets scoped ids
     */
    void remove(String id, Collection<String> assets);

    /**
     * Moves assets from one collection to another.
     *
     * @param source where they are
     * @param target where they go
     * @param assets scoped ids
     */
    void move(String source, String target, Collection<String> assets);

    /**
     * Copies assets from one collection to another.
     *
     * @param source where they are
     * @param target where they go too
     * @param assets scoped ids
     */
    void copy(String source, String target, Collection<String> assets);

    /**
     * Rates assets within a collection; a rating is no approval.
     *
     * @param id the collection
     * @param assets scoped ids
     * @param flag none, level_3, level_7 or level_10
     */
    void flag(String id, Collection<String> assets, String flag);

    /**
     * Comments on a collection, or on an asset in it. Lazy.
     *
     * @param id the collection
     * @param asset a scoped id; null for the collection itself
     * @return in the portal's order
     */
    Paged<WireComment> comments(String id, @Nullable String asset);

    /**
     * Says something.
     *
     * @param id the collection
     * @param asset a scoped id; null for the collection itself
     * @param text what to say
     * @return the comment
     */
    WireComment comment(String id, @Nullable String asset, String text);

    /**
     * Takes a comment back.
     *
     * @param id the collection
     * @param asset a scoped id; null for the collection itself
     * @param comment its id
     */
    void deleteComment(String id, @Nullable String asset, String comment);

    /**
     * Says who may use a collection.
     *
     * @param id its id
     * @param users each with {@code collectionUserId}, {@code collectionUserGroupId} or {@code emailAddress}, and a
     *     {@code permissionLevel} of 0 to 3
     */
    void users(String id, List<? extends Map<String, ? extends Object>> users);
}
