package dev.contentconnect.aprimo;

import dev.contentconnect.aprimo.map.ApprovalFields;
import dev.contentconnect.aprimo.map.AssetFields;
import dev.contentconnect.aprimo.map.RightsFields;
import dev.contentconnect.core.config.ConfigCheck;
import dev.contentconnect.core.config.ConfigException;
import dev.contentconnect.core.config.OptionReader;
import dev.contentconnect.core.config.Secret;
import dev.contentconnect.core.spi.ConnectorOptions;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Collects the options of an {@link AprimoConfig}. Not safe for several threads. */
public final class AprimoConfigBuilder extends AprimoPmBuilder {
    private AprimoConfig.JsonShape jsonShape = AprimoConfig.JsonShape.HAL;
    private @Nullable String language;
    private ZoneId zone = ZoneOffset.UTC;
    private @Nullable String keyField;
    private Map<String, String> assetFields = Map.of();
    private Map<String, String> rightsFields = Map.of();
    private @Nullable String contentType;
    private @Nullable String classification;
    private String statusTerm = "Status";
    private AprimoConfig.VersionForm versionForm = AprimoConfig.VersionForm.FILE;
    private boolean indexAtOnce;
    private int segmentBytes = 20_000_000;
    private Duration vocabularyTime = Duration.ofMinutes(10);
    private Duration orderTime = Duration.ofMinutes(10);
    private @Nullable String publicationField;
    private AprimoConfig.PublishBy publishBy = AprimoConfig.PublishBy.RELEASE;
    private Map<String, String> approvalFields = Map.of();
    private @Nullable String approvalCheck;
    private List<Secret> webhookSecrets = List.of();
    private String webhookHeader = "x-aprimo-hmac";
    private @Nullable String ownUser;

    AprimoConfigBuilder() {}

    @Override
    protected AprimoConfigBuilder self() {
        return this;
    }

    /**
     * Sets which form of JSON is asked for; HAL until set. Both are understood.
     *
     * @param value the value
     * @return this builder
     */
    public AprimoConfigBuilder jsonShape(AprimoConfig.JsonShape value) {
        this.jsonShape = value;
        return self();
    }

    /**
     * Sets the culture in which fields with several languages are read and written, for example {@code en-US}; without it such fields are read in the first language and not written.
     *
     * @param value the value
     * @return this builder
     */
    public AprimoConfigBuilder language(@Nullable String value) {
        this.language = value;
        return self();
    }

    /**
     * Sets in which zone the days of date fields begin and end; UTC until set.
     *
     * @param value the value
     * @return this builder
     */
    public AprimoConfigBuilder zone(ZoneId value) {
        this.zone = value;
        return self();
    }

    /**
     * Sets the field that holds our keys: text, a unique identifier; without it there is no writer of assets.
     *
     * @param value the value
     * @return this builder
     */
    public AprimoConfigBuilder keyField(@Nullable String value) {
        this.keyField = value;
        return self();
    }

    /**
     * Sets which fields describe assets, by canonical name, see {@link AssetFields}; none until set.
     *
     * @param value the value
     * @return this builder
     */
    public AprimoConfigBuilder assetFields(Map<String, String> value) {
        this.assetFields = value;
        return self();
    }

    /**
     * Sets which fields hold rights, by canonical name, see {@link RightsFields}; without any there are no rights.
     *
     * @param value the value
     * @return this builder
     */
    public AprimoConfigBuilder rightsFields(Map<String, String> value) {
        this.rightsFields = value;
        return self();
    }

    /**
     * Sets the content type of new records; the one of the tenant until set.
     *
     * @param value the value
     * @return this builder
     */
    public AprimoConfigBuilder contentType(@Nullable String value) {
        this.contentType = value;
        return self();
    }

    /**
     * Sets the id of the classification under which new records are filed; needed unless the content type supplies one.
     *
     * @param value the value
     * @return this builder
     */
    public AprimoConfigBuilder classification(@Nullable String value) {
        this.classification = value;
        return self();
    }

    /**
     * Sets what a search calls the status; {@code Status} until set, {@code ContentStatus} with others.
     *
     * @param value the value
     * @return this builder
     */
    public AprimoConfigBuilder statusTerm(String value) {
        this.statusTerm = value;
        return self();
    }

    /**
     * Sets how a version is added; to its file until set.
     *
     * @param value the value
     * @return this builder
     */
    public AprimoConfigBuilder versionForm(AprimoConfig.VersionForm value) {
        this.versionForm = value;
        return self();
    }

    /**
     * Sets whether writes ask the service to bring its index up to date at once, which is slower; false until set.
     *
     * @param value the value
     * @return this builder
     */
    public AprimoConfigBuilder indexAtOnce(boolean value) {
        this.indexAtOnce = value;
        return self();
    }

    /**
     * Sets how large the segments of an upload are, 1 to 20 million bytes; 20 million until set. What is no larger is sent whole. One segment is held in memory.
     *
     * @param value the value
     * @return this builder
     */
    public AprimoConfigBuilder segmentBytes(int value) {
        this.segmentBytes = value;
        return self();
    }

    /**
     * Sets how long definitions, options, languages and classifications are kept; 10 minutes until set.
     *
     * @param value the value
     * @return this builder
     */
    public AprimoConfigBuilder vocabularyTime(Duration value) {
        this.vocabularyTime = value;
        return self();
    }

    /**
     * Sets how long an order is waited for; 10 minutes until set.
     *
     * @param value the value
     * @return this builder
     */
    public AprimoConfigBuilder orderTime(Duration value) {
        this.orderTime = value;
        return self();
    }

    /**
     * Sets the field that lists the publications a record is in: a list of texts; without it there is no publisher.
     *
     * @param value the value
     * @return this builder
     */
    public AprimoConfigBuilder publicationField(@Nullable String value) {
        this.publicationField = value;
        return self();
    }

    /**
     * Sets what publishing does; it releases the record until set.
     *
     * @param value the value
     * @return this builder
     */
    public AprimoConfigBuilder publishBy(AprimoConfig.PublishBy value) {
        this.publishBy = value;
        return self();
    }

    /**
     * Sets which fields hold approvals, by canonical name, see {@link ApprovalFields}; without any there are no approvals.
     *
     * @param value the value
     * @return this builder
     */
    public AprimoConfigBuilder approvalFields(Map<String, String> value) {
        this.approvalFields = value;
        return self();
    }

    /**
     * Sets the id of a check of the tenant; decisions on a version then show as its results. None until set.
     *
     * @param value the value
     * @return this builder
     */
    public AprimoConfigBuilder approvalCheck(@Nullable String value) {
        this.approvalCheck = value;
        return self();
    }

    /**
     * Sets the secrets that call-outs of rules are signed with, several during a rotation; without any there is no receiver.
     *
     * @param value the value
     * @return this builder
     */
    public AprimoConfigBuilder webhookSecrets(List<Secret> value) {
        this.webhookSecrets = value;
        return self();
    }

    /**
     * Sets the header that carries the signature; {@code x-aprimo-hmac} until set.
     *
     * @param value the value
     * @return this builder
     */
    public AprimoConfigBuilder webhookHeader(String value) {
        this.webhookHeader = value;
        return self();
    }

    /**
     * Sets the id of our user in the DAM, whose own changes are dropped when rules call out; the one that {@link AprimoConnector#check} learns until set.
     *
     * @param value the value
     * @return this builder
     */
    public AprimoConfigBuilder ownUser(@Nullable String value) {
        this.ownUser = value;
        return self();
    }

    /** Reads options by name; what is wrong is kept for {@link #build()}. */
    AprimoConfigBuilder read(Map<String, String> options) {
        OptionReader in = new OptionReader(options);
        common(in);
        readLogin(in);
        readPm(in);
        jsonShape = either(in.word("jsonShape", AprimoConfig.JsonShape.class), jsonShape);
        language = in.text("language");
        zone = either(in.optional("zone", ZoneId::of, "a zone such as Europe/Vienna"), zone);
        keyField = in.text("keyField");
        assetFields = either(AprimoOptions.pairs(in, "assetFields"), assetFields);
        rightsFields = either(AprimoOptions.pairs(in, "rightsFields"), rightsFields);
        contentType = in.text("contentType");
        classification = in.text("classification");
        statusTerm = either(in.text("statusTerm"), statusTerm);
        versionForm = either(in.word("versionForm", AprimoConfig.VersionForm.class), versionForm);
        indexAtOnce = in.flag("indexAtOnce", indexAtOnce);
        segmentBytes = either(in.integer("segmentBytes", 1_000_000, 20_000_000), segmentBytes);
        vocabularyTime = either(in.duration("vocabularyTime"), vocabularyTime);
        orderTime = either(in.duration("orderTime"), orderTime);
        publicationField = in.text("publicationField");
        publishBy = either(in.word("publishBy", AprimoConfig.PublishBy.class), publishBy);
        approvalFields = either(AprimoOptions.pairs(in, "approvalFields"), approvalFields);
        approvalCheck = in.text("approvalCheck");
        webhookSecrets = either(in.secrets("webhookSecrets"), webhookSecrets);
        webhookHeader = either(in.text("webhookHeader"), webhookHeader);
        ownUser = in.text("ownUser");
        return finish(in);
    }

    /**
     * The configuration.
     *
     * @return the configuration
     * @throws ConfigException when options are missing or wrong; names all of them
     */
    public AprimoConfig build() {
        ConfigCheck check = checkLogin();
        check.range("segmentBytes", segmentBytes, 1_000_000, 20_000_000);
        check.positive("vocabularyTime", vocabularyTime);
        check.positive("orderTime", orderTime);
        if (statusTerm.isEmpty() || !statusTerm.chars().allMatch(Character::isLetterOrDigit)) {
            check.problem("statusTerm", "must be a word of letters and digits");
        }
        AprimoOptions.fields(check, "assetFields", assetFields, AssetFields.NAMES);
        AprimoOptions.fields(check, "rightsFields", rightsFields, RightsFields.NAMES);
        AprimoOptions.fields(check, "approvalFields", approvalFields, ApprovalFields.NAMES);
        if (!approvalFields.isEmpty() && !approvalFields.keySet().containsAll(ApprovalFields.NEEDED)) {
            check.problem("approvalFields", "must name fields for " + ApprovalFields.NEEDED);
        }
        check.word("webhookHeader", webhookHeader);
        checkPm(check);
        check.finish(AprimoConnector.SYSTEM);
        ConnectorOptions common = commonOptions(Objects.requireNonNull(endpoint()));
        return new AprimoConfig(
                common,
                login(),
                pm(zone, common.pageSize()),
                jsonShape,
                language,
                zone,
                keyField,
                assetFields,
                rightsFields,
                contentType,
                classification,
                statusTerm,
                versionForm,
                indexAtOnce,
                segmentBytes,
                vocabularyTime,
                orderTime,
                overlap(),
                feedFrom(),
                publicationField,
                publishBy,
                approvalFields,
                approvalCheck,
                webhookSecrets,
                webhookHeader,
                ownUser);
    }
}
