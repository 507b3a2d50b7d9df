package dev.contentconnect.xecm;

import dev.contentconnect.core.config.ConfigCheck;
import dev.contentconnect.core.config.OptionReader;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Collects the options of where things are kept. Not safe for several threads.
 *
 * @param <B> the type of the whole builder
 */
public abstract sealed class XecmStorageBuilder<B extends XecmStorageBuilder<B>> extends XecmLoginBuilder<B>
        permits XecmConfigBuilder {
    static final String NODE = "a node id";

    private @Nullable Long assetFolder;
    private @Nullable String assetCategory;
    private Map<String, String> assetFields = XecmDefaults.ASSET_FIELDS;
    private boolean nicknames = true;
    private @Nullable String rightsCategory;
    private Map<String, String> rightsFields = XecmDefaults.RIGHTS_FIELDS;
    private @Nullable String externalSystem;
    private Map<String, String> businessObjects = Map.of();
    private Map<String, String> workspaceTemplates = Map.of();

    XecmStorageBuilder(Duration overlap) {
        super(overlap);
    }

    /**
     * Sets the folder that holds assets; without one none are made or listed.
     *
     * @param value its node id
     * @return this builder
     */
    public B assetFolder(@Nullable Long value) {
        this.assetFolder = value;
        return self();
    }

    /**
     * Sets the category with what is known of an asset; none until set.
     *
     * @param value its id, its name at the top of the categories volume, or a path such as {@code /Media/Asset}
     * @return this builder
     */
    public B assetCategory(@Nullable String value) {
        this.assetCategory = value;
        return self();
    }

    /**
     * Sets names of attributes of that category; those not named keep their default, an empty name leaves one out.
     *
     * @param value names by {@code key}, {@code source}, {@code title}, {@code state}, {@code market}, {@code language}
     * @return this builder
     */
    public B assetFields(Map<String, String> value) {
        this.assetFields = over(this.assetFields, value);
        return self();
    }

    /**
     * Sets whether keys are kept as nicknames too, so that what people renamed or moved is still found; true until set.
     *
     * @param value false where the user may not set nicknames
     * @return this builder
     */
    public B nicknames(boolean value) {
        this.nicknames = value;
        return self();
    }

    /**
     * Sets the category with rights; without one there are no rights.
     *
     * @param value its id, its name, or a path
     * @return this builder
     */
    public B rightsCategory(@Nullable String value) {
        this.rightsCategory = value;
        return self();
    }

    /**
     * Sets names of attributes of that category; those not named keep their default, an empty name leaves one out.
     *
     * @param value names by what they mean, see the README
     * @return this builder
     */
    public B rightsFields(Map<String, String> value) {
        this.rightsFields = over(this.rightsFields, value);
        return self();
    }

    /**
     * Sets the external system whose business keys workspaces carry; without one they are not found by key.
     *
     * @param value its id, {@code ext_system_id}
     * @return this builder
     */
    public B externalSystem(@Nullable String value) {
        this.externalSystem = value;
        return self();
    }

    /**
     * Sets business object types by workspace type.
     *
     * @param value for example {@code Campaign=cc_campaign}
     * @return this builder
     */
    public B businessObjects(Map<String, String> value) {
        this.businessObjects = value;
        return self();
    }

    /**
     * Sets templates by workspace type; the first one of a type until set.
     *
     * @param value id or name of the template by workspace type
     * @return this builder
     */
    public B workspaceTemplates(Map<String, String> value) {
        this.workspaceTemplates = value;
        return self();
    }

    /** Names that are not given keep their default; an empty one goes. */
    static Map<String, String> over(Map<String, String> defaults, Map<String, String> value) {
        Map<String, String> out = new LinkedHashMap<>(defaults);
        out.putAll(value);
        out.values().removeIf(String::isBlank);
        return out;
    }

    final void readStorage(OptionReader in) {
        assetFolder = in.optional("assetFolder", Long::valueOf, NODE);
        assetCategory = in.text("assetCategory");
        assetFields(either(in.pairs("assetFields"), Map.of()));
        nicknames = in.flag("nicknames", nicknames);
        rightsCategory = in.text("rightsCategory");
        rightsFields(either(in.pairs("rightsFields"), Map.of()));
        externalSystem = in.text("externalSystem");
        businessObjects = either(in.pairs("businessObjects"), businessObjects);
        workspaceTemplates = either(in.pairs("workspaceTemplates"), workspaceTemplates);
    }

    final void checkStorage(ConfigCheck check) {
        if (assetFolder != null && assetFolder < 1) {
            check.problem("assetFolder", "must be " + NODE);
        }
        check.known("assetFields", assetFields.keySet(), XecmDefaults.ASSET_FIELDS.keySet());
        check.known("rightsFields", rightsFields.keySet(), XecmDefaults.RIGHTS_FIELDS.keySet());
        if (!businessObjects.isEmpty()) {
            check.required("externalSystem", externalSystem);
        }
    }

    final XecmConfig.Assets makeAssets() {
        return new XecmConfig.Assets(assetFolder, assetCategory, assetFields, nicknames);
    }

    final XecmConfig.Rights makeRights() {
        return new XecmConfig.Rights(rightsCategory, rightsFields);
    }

    final XecmConfig.Workspaces makeWorkspaces() {
        return new XecmConfig.Workspaces(externalSystem, businessObjects, workspaceTemplates);
    }
}
