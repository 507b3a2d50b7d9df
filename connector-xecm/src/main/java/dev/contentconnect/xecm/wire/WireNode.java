package dev.contentconnect.xecm.wire;

import org.jspecify.annotations.Nullable;

/**
 * A node: folder, document, URL, workspace and whatever else Content Server keeps.
 *
 * @param data all groups of the answer, such as {@code properties}, {@code categories}, {@code versions}
 * @param state the tokens that detect lost updates; without members unless asked for
 */
public record WireNode(WireFields data, WireFields state) {
    /**
     * Its properties.
     *
     * @return without members when they were not asked for
     */
    public WireFields properties() {
        return data.object("properties");
    }

    /**
     * Its id.
     *
     * @return 0 when the answer has none
     */
    public long id() {
        return properties().number("id", 0);
    }

    /**
     * The number of its kind, for example 144 for a document.
     *
     * @return -1 when the answer has none
     */
    public long type() {
        return properties().number("type", -1);
    }

    /**
     * Its name, unique in its folder.
     *
     * @return null when it does not say
     */
    public @Nullable String name() {
        return properties().text("name");
    }

    /**
     * Its description.
     *
     * @return null when it does not say
     */
    public @Nullable String description() {
        return properties().text("description");
    }

    /**
     * The folder it is in.
     *
     * @return null when it does not say
     */
    public @Nullable Long parentId() {
        return properties().number("parent_id");
    }

    /**
     * Where a URL node leads.
     *
     * @return null when it does not say
     */
    public @Nullable String url() {
        return properties().text("url");
    }

    /**
     * What a shortcut leads to.
     *
     * @return null when it does not say
     */
    public @Nullable Long originalId() {
        return properties().number("original_id");
    }

    /**
     * The media type of its current version.
     *
     * @return null when it does not say
     */
    public @Nullable String mimeType() {
        return properties().text("mime_type");
    }

    /**
     * Bytes of a document, or the number of items of a folder.
     *
     * @return null when it does not say
     */
    public @Nullable Long size() {
        return properties().number("size");
    }

    /**
     * When it was made; may come without a zone.
     *
     * @return null when it does not say
     */
    public @Nullable String createDate() {
        return properties().text("create_date");
    }

    /**
     * When it was changed; may come without a zone.
     *
     * @return null when it does not say
     */
    public @Nullable String modifyDate() {
        return properties().text("modify_date");
    }

    /**
     * Whether other nodes can be in it.
     *
     * @return true for folders, workspaces and their like
     */
    public boolean isContainer() {
        return properties().flag("container");
    }

    /**
     * The attributes of all its categories, whichever shape they came in.
     *
     * @return without values when they were not asked for
     */
    public WireValues categories() {
        return WireValues.of(data.get("categories"));
    }
}
