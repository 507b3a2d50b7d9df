package dev.contentconnect.tradinggrid;

import dev.contentconnect.core.config.ConfigCheck;
import dev.contentconnect.core.config.OptionReader;
import dev.contentconnect.core.config.Secret;
import dev.contentconnect.core.model.Segment;
import dev.contentconnect.core.spi.PollingConfigBuilder;
import dev.contentconnect.core.state.StateStore;
import dev.contentconnect.tradinggrid.api.LensAttributes;
import dev.contentconnect.tradinggrid.map.PartnerFields;
import dev.contentconnect.tradinggrid.map.RightsColumns;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Collects options for {@link TradingGridConfig}, for four interfaces of the vendor in one place, as they share one login. Not
 * safe for several threads.
 */
public final class TradingGridConfigBuilder extends PollingConfigBuilder<TradingGridConfigBuilder> {
    private static final URI PRODUCTION = URI.create("https://apigrid.opentext.com");
    private static final URI PORTAL = URI.create("https://tradinggrid.opentext.com/lens/app/transactions");
    private static final int MOST_AT_ONCE = 64;

    private @Nullable String consumerKey;
    private @Nullable Secret consumerSecret;
    private Duration tokenLife = Duration.ofHours(10);
    private @Nullable String companyId;
    private int callsAtOnce = 2;
    private Set<String> ownAddresses = Set.of();
    private Map<String, String> requestTypes = Map.of();
    private String assetKey = "reference id";
    private String caseKey = "reference number";
    private @Nullable String reasonKey;
    private Set<String> contentKeys = Set.of("purchase order number", "invoice number", "shipment identification");
    private Set<String> withheld = Set.of();
    private int offsetLimit = 9_000;
    private URI portal = PORTAL;
    private Map<String, String> partnerFields = Map.of();
    private Set<String> activeWords = Set.of("active");
    private Map<String, List<String>> contacts = Map.of();
    private Map<String, String> addresses = Map.of();
    private Map<Segment, List<String>> audiences = Map.of();
    private @Nullable URI cartographerEndpoint;
    private TradingGridConfig.Login cartographerAuth = TradingGridConfig.Login.GATEWAY;
    private boolean cartographerBearer = true;
    private @Nullable String solution;
    private @Nullable String rulesEntity;
    private @Nullable String rightsEntity;
    private Map<String, Integer> rightsColumns = Map.of();
    private String keyDelimiter = "|";
    private @Nullable URI messagingEndpoint;
    private @Nullable String messagingUser;
    private @Nullable Secret messagingPassword;
    private @Nullable URI messagingTokenEndpoint;
    private TradingGridConfig.StatusStyle messagingStatus = TradingGridConfig.StatusStyle.QUERY;
    private @Nullable String fromName;
    private @Nullable String billingCode;
    private @Nullable StateStore state;

    TradingGridConfigBuilder() {
        super(Duration.ofMinutes(15));
        endpoint(PRODUCTION);
    }

    @Override
    protected TradingGridConfigBuilder self() {
        return this;
    }

    /**
     * Sets the consumer key of the company's application. Required.
     *
     * @param value the key
     * @return this builder
     */
    public TradingGridConfigBuilder consumerKey(@Nullable String value) {
        this.consumerKey = value;
        return this;
    }

    /**
     * Sets the consumer secret. Required.
     *
     * @param value the secret
     * @return this builder
     */
    public TradingGridConfigBuilder consumerSecret(@Nullable Secret value) {
        this.consumerSecret = value;
        return this;
    }

    /**
     * Sets how long a token lasts whose answer does not say.
     *
     * @param value more than zero; 10 hours until set
     * @return this builder
     */
    public TradingGridConfigBuilder tokenLife(Duration value) {
        this.tokenLife = value;
        return this;
    }

    /**
     * Sets the business unit id of our own company. Required: no call tells it.
     *
     * @param value the id; it begins with {@code GC}
     * @return this builder
     */
    public TradingGridConfigBuilder companyId(@Nullable String value) {
        this.companyId = value;
        return this;
    }

    /**
     * Sets how many calls may be under way at the same time.
     *
     * @param value 1 to 64; 2 until set
     * @return this builder
     */
    public TradingGridConfigBuilder callsAtOnce(int value) {
        this.callsAtOnce = value;
        return this;
    }

    /**
     * Sets our own EDI addresses: what goes to them is inbound, what comes from them is a delivery.
     *
     * @param value addresses such as {@code ZZ:ACME}; none until set, and then every entry is looked at
     * @return this builder
     */
    public TradingGridConfigBuilder ownAddresses(Set<String> value) {
        this.ownAddresses = value;
        return this;
    }

    /**
     * Sets which inbound documents are requests of partners.
     *
     * @param value document type to the step it stands for, for example {@code 864} to {@code request}; none until set
     * @return this builder
     */
    public TradingGridConfigBuilder requestTypes(Map<String, String> value) {
        this.requestTypes = value;
        return this;
    }

    /**
     * Sets the content key that carries the identity of an asset of another system, as {@code system:id}.
     *
     * @param value the key; {@code reference id} until set
     * @return this builder
     */
    public TradingGridConfigBuilder assetKey(String value) {
        this.assetKey = value;
        return this;
    }

    /**
     * Sets the content key that carries the key of a case.
     *
     * @param value the key; {@code reference number} until set
     * @return this builder
     */
    public TradingGridConfigBuilder caseKey(String value) {
        this.caseKey = value;
        return this;
    }

    /**
     * Sets the content key that carries the reason of a request.
     *
     * @param value the key, or null
     * @return this builder
     */
    public TradingGridConfigBuilder reasonKey(@Nullable String value) {
        this.reasonKey = value;
        return this;
    }

    /**
     * Sets the content keys that are asked for besides.
     *
     * @param value the keys
     * @return this builder
     */
    public TradingGridConfigBuilder contentKeys(Set<String> value) {
        this.contentKeys = value;
        return this;
    }

    /**
     * Sets attributes of Lens that are not asked for, because the company may not see them.
     *
     * @param value names of attributes; none until set
     * @return this builder
     */
    public TradingGridConfigBuilder withheld(Set<String> value) {
        this.withheld = value;
        return this;
    }

    /**
     * Sets how deep a list of Lens is read before it is asked for anew by date.
     *
     * @param value 1,000 to 1,000,000; 9,000 until set
     * @return this builder
     */
    public TradingGridConfigBuilder offsetLimit(int value) {
        this.offsetLimit = value;
        return this;
    }

    /**
     * Sets where people look at an entry; its id is appended.
     *
     * @param value an absolute http or https address
     * @return this builder
     */
    public TradingGridConfigBuilder portal(URI value) {
        this.portal = value;
        return this;
    }

    /**
     * Sets what the partner directory calls {@code id}, {@code name}, {@code email}, {@code address} and {@code status}.
     *
     * @param value name to member; those not named stay, a blank one is not used
     * @return this builder
     */
    public TradingGridConfigBuilder partnerFields(Map<String, String> value) {
        this.partnerFields = value;
        return this;
    }

    /**
     * Sets with which words of their status partners may receive anything; letter case does not count.
     *
     * @param value the words; {@code active} until set
     * @return this builder
     */
    public TradingGridConfigBuilder activeWords(Set<String> value) {
        this.activeWords = value;
        return this;
    }

    /**
     * Sets where notices for partners go; it goes before what the directory says.
     *
     * @param value partner to e-mail addresses
     * @return this builder
     */
    public TradingGridConfigBuilder contacts(Map<String, List<String>> value) {
        this.contacts = value;
        return this;
    }

    /**
     * Sets the EDI addresses of partners; it goes before what the directory says.
     *
     * @param value partner to address
     * @return this builder
     */
    public TradingGridConfigBuilder addresses(Map<String, String> value) {
        this.addresses = value;
        return this;
    }

    /**
     * Sets which partners belong to which audience, where no table of Cartographer says so.
     *
     * @param value audience to partners
     * @return this builder
     */
    public TradingGridConfigBuilder audiences(Map<Segment, List<String>> value) {
        this.audiences = value;
        return this;
    }

    /**
     * Sets the host of Cartographer.
     *
     * @param value an address, or null for that of {@code endpoint}
     * @return this builder
     */
    public TradingGridConfigBuilder cartographerEndpoint(@Nullable URI value) {
        this.cartographerEndpoint = value;
        return this;
    }

    /**
     * Sets how Cartographer is logged in to.
     *
     * @param value the token of the gateway until set
     * @return this builder
     */
    public TradingGridConfigBuilder cartographerAuth(TradingGridConfig.Login value) {
        this.cartographerAuth = value;
        return this;
    }

    /**
     * Sets whether {@code Bearer } goes before the token for Cartographer.
     *
     * @param value true until set
     * @return this builder
     */
    public TradingGridConfigBuilder cartographerBearer(boolean value) {
        this.cartographerBearer = value;
        return this;
    }

    /**
     * Sets the solution whose cross-reference tables are used.
     *
     * @param value its id, or null
     * @return this builder
     */
    public TradingGridConfigBuilder solution(@Nullable String value) {
        this.solution = value;
        return this;
    }

    /**
     * Sets the table that says which partner belongs to which audience.
     *
     * @param value its name, or null
     * @return this builder
     */
    public TradingGridConfigBuilder rulesEntity(@Nullable String value) {
        this.rulesEntity = value;
        return this;
    }

    /**
     * Sets the table that holds rights. Without one there are no rights.
     *
     * @param value its name, or null
     * @return this builder
     */
    public TradingGridConfigBuilder rightsEntity(@Nullable String value) {
        this.rightsEntity = value;
        return this;
    }

    /**
     * Sets at which index of a row the parts of rights stand.
     *
     * @param value name to index; those not named stay, a negative one is not used
     * @return this builder
     */
    public TradingGridConfigBuilder rightsColumns(Map<String, Integer> value) {
        this.rightsColumns = value;
        return this;
    }

    /**
     * Sets what stands between the parts of a key.
     *
     * @param value one character; {@code |} until set
     * @return this builder
     */
    public TradingGridConfigBuilder keyDelimiter(String value) {
        this.keyDelimiter = value;
        return this;
    }

    /**
     * Sets the host of OpenText Messaging. Without it there are no notices.
     *
     * @param value an address, or null
     * @return this builder
     */
    public TradingGridConfigBuilder messagingEndpoint(@Nullable URI value) {
        this.messagingEndpoint = value;
        return this;
    }

    /**
     * Sets the messaging account, or the client id with {@code messagingTokenEndpoint}.
     *
     * @param value the account
     * @return this builder
     */
    public TradingGridConfigBuilder messagingUser(@Nullable String value) {
        this.messagingUser = value;
        return this;
    }

    /**
     * Sets the password of the messaging account, or the client secret.
     *
     * @param value the secret
     * @return this builder
     */
    public TradingGridConfigBuilder messagingPassword(@Nullable Secret value) {
        this.messagingPassword = value;
        return this;
    }

    /**
     * Sets where tokens for OpenText Messaging are made.
     *
     * @param value an address, or null for HTTP Basic
     * @return this builder
     */
    public TradingGridConfigBuilder messagingTokenEndpoint(@Nullable URI value) {
        this.messagingTokenEndpoint = value;
        return this;
    }

    /**
     * Sets how the status of a message is asked for.
     *
     * @param value the documented form until set
     * @return this builder
     */
    public TradingGridConfigBuilder messagingStatus(TradingGridConfig.StatusStyle value) {
        this.messagingStatus = value;
        return this;
    }

    /**
     * Sets the name that recipients of notices see.
     *
     * @param value the name, or null
     * @return this builder
     */
    public TradingGridConfigBuilder fromName(@Nullable String value) {
        this.fromName = value;
        return this;
    }

    /**
     * Sets the code notices are billed to.
     *
     * @param value the code, or null
     * @return this builder
     */
    public TradingGridConfigBuilder billingCode(@Nullable String value) {
        this.billingCode = value;
        return this;
    }

    /**
     * Sets where it is remembered which notices and documents went out, so that another process knows it too.
     *
     * @param value a store, which the host closes; one in memory until set
     * @return this builder
     */
    public TradingGridConfigBuilder state(@Nullable StateStore value) {
        this.state = value;
        return this;
    }

    TradingGridConfigBuilder read(Map<String, String> options) {
        OptionReader in = new OptionReader(options);
        common(in);
        consumerKey = in.text("consumerKey");
        consumerSecret = in.secret("consumerSecret");
        tokenLife = either(in.duration("tokenLife"), tokenLife);
        companyId = in.text("companyId");
        callsAtOnce = either(in.integer("callsAtOnce", 1, MOST_AT_ONCE), callsAtOnce);
        ownAddresses = either(in.words("ownAddresses"), ownAddresses);
        requestTypes = either(TradingGridOptions.pairs(in, "requestTypes"), requestTypes);
        assetKey = either(in.text("assetKey"), assetKey);
        caseKey = either(in.text("caseKey"), caseKey);
        reasonKey = in.text("reasonKey");
        contentKeys = either(in.words("contentKeys"), contentKeys);
        withheld = either(in.words("withheld"), withheld);
        offsetLimit = either(in.integer("offsetLimit", 1_000, 1_000_000), offsetLimit);
        portal = either(in.uri("portal"), portal);
        partnerFields = either(TradingGridOptions.pairs(in, "partnerFields"), partnerFields);
        activeWords = either(in.words("activeWords"), activeWords);
        contacts = either(TradingGridOptions.lists(in, "contacts"), contacts);
        addresses = either(TradingGridOptions.pairs(in, "addresses"), addresses);
        audiences = either(TradingGridOptions.audiences(in), audiences);
        cartographerEndpoint = in.uri("cartographerEndpoint");
        cartographerAuth = either(in.word("cartographerAuth", TradingGridConfig.Login.class), cartographerAuth);
        cartographerBearer = in.flag("cartographerBearer", cartographerBearer);
        solution = in.text("solution");
        rulesEntity = in.text("rulesEntity");
        rightsEntity = in.text("rightsEntity");
        rightsColumns = either(TradingGridOptions.numbers(in, "rightsColumns"), rightsColumns);
        keyDelimiter = either(in.text("keyDelimiter"), keyDelimiter);
        messagingEndpoint = in.uri("messagingEndpoint");
        messagingUser = in.text("messagingUser");
        messagingPassword = in.secret("messagingPassword");
        messagingTokenEndpoint = in.uri("messagingTokenEndpoint");
        messagingStatus = either(in.word("messagingStatus", TradingGridConfig.StatusStyle.class), messagingStatus);
        fromName = in.text("fromName");
        billingCode = in.text("billingCode");
        return finish(in);
    }

    /**
     * Checks everything and makes the configuration. Never touches the network.
     *
     * @return the configuration
     * @throws dev.contentconnect.core.config.ConfigException with every mistake at once
     */
    public TradingGridConfig build() {
        ConfigCheck check = startCheck();
        check.required("consumerKey", consumerKey);
        check.required("consumerSecret", consumerSecret);
        check.word("companyId", companyId);
        check.positive("tokenLife", tokenLife);
        check.range("callsAtOnce", callsAtOnce, 1, MOST_AT_ONCE);
        check.range("offsetLimit", offsetLimit, 1_000, 1_000_000);
        check.address("portal", portal);
        check.required("assetKey", assetKey);
        check.required("caseKey", caseKey);
        TradingGridOptions.known(check, "withheld", withheld, LensAttributes.ALL);
        TradingGridOptions.known(check, "partnerFields", partnerFields.keySet(), PartnerFields.NAMES);
        TradingGridOptions.known(check, "rightsColumns", rightsColumns.keySet(), RightsColumns.NAMES);
        checkTables(check);
        checkMessaging(check);
        check.finish(TradingGridConnector.SYSTEM);
        URI main = Objects.requireNonNull(endpoint());
        StateStore store = state != null ? state : StateStore.inMemory();
        return new TradingGridConfig(
                commonOptions(main),
                Objects.requireNonNull(consumerKey),
                Objects.requireNonNull(consumerSecret),
                tokenLife,
                Objects.requireNonNull(companyId),
                callsAtOnce,
                new TradingGridConfig.Lens(
                        ownAddresses,
                        requestTypes,
                        assetKey,
                        caseKey,
                        reasonKey,
                        contentKeys,
                        withheld,
                        overlap(),
                        feedFrom(),
                        offsetLimit,
                        portal),
                new TradingGridConfig.Partners(
                        TradingGridOptions.merged(PartnerFields.DEFAULTS, partnerFields),
                        activeWords,
                        contacts,
                        addresses,
                        audiences),
                new TradingGridConfig.Cartographer(
                        cartographerEndpoint != null ? cartographerEndpoint : main,
                        cartographerAuth,
                        cartographerBearer,
                        solution,
                        rulesEntity,
                        rightsEntity,
                        TradingGridOptions.mergedColumns(RightsColumns.DEFAULTS, rightsColumns),
                        keyDelimiter),
                messaging(),
                store);
    }

    private void checkTables(ConfigCheck check) {
        check.address("cartographerEndpoint", cartographerEndpoint);
        if (solution != null) {
            check.word("solution", solution);
        } else if (rulesEntity != null || rightsEntity != null) {
            check.problem("solution", "is required with a table of Cartographer");
        }
        if (rulesEntity != null && !audiences.isEmpty()) {
            check.problem("audiences", "and rulesEntity exclude each other");
        }
        if (keyDelimiter.length() != 1 || Character.isISOControl(keyDelimiter.charAt(0))) {
            check.problem("keyDelimiter", "must be one character");
        }
    }

    private void checkMessaging(ConfigCheck check) {
        check.address("messagingEndpoint", messagingEndpoint);
        check.address("messagingTokenEndpoint", messagingTokenEndpoint);
        if (messagingEndpoint == null) {
            return;
        }
        check.required("messagingUser", messagingUser);
        check.required("messagingPassword", messagingPassword);
        if (messagingTokenEndpoint == null && messagingUser != null && messagingUser.indexOf(':') >= 0) {
            check.problem("messagingUser", "must not hold a colon");
        }
    }

    private TradingGridConfig.@Nullable Messaging messaging() {
        return messagingEndpoint == null
                ? null
                : new TradingGridConfig.Messaging(
                        messagingEndpoint,
                        Objects.requireNonNull(messagingUser),
                        Objects.requireNonNull(messagingPassword),
                        messagingTokenEndpoint,
                        messagingStatus,
                        fromName,
                        billingCode);
    }
}
