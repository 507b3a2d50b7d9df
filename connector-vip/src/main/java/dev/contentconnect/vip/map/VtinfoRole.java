package dev.contentconnect.vip.map;

import dev.contentconnect.core.model.AssetKind;
import java.util.Locale;

/** What a file is in a distributor's portfolio. */
public enum VtinfoRole {
    /** The picture of a product. */
    IMAGE,
    /** The sell sheet of a product: a PDF or an image, which only the answer tells that brings it. */
    SELLSHEET,
    /** The logo of a brand. */
    LOGO;

    AssetKind kind() {
        return this == SELLSHEET ? AssetKind.OTHER : AssetKind.IMAGE;
    }

    /**
     * The role in a word.
     *
     * @return image, sellsheet or logo
     */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
