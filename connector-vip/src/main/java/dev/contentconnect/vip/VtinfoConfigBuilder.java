package dev.contentconnect.vip;

import dev.contentconnect.core.config.ConfigCheck;
import dev.contentconnect.core.config.ConfigException;
import dev.contentconnect.core.config.OptionReader;
import dev.contentconnect.core.spi.ConnectorConfigBuilder;
import dev.contentconnect.core.spi.HostServices;
import dev.contentconnect.vip.map.VtinfoRef;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Collects the options of a {@link VtinfoConfig}. Not safe for several threads. */
public final class VtinfoConfigBuilder extends ConnectorConfigBuilder<VtinfoConfigBuilder> {
    private static final Pattern HOST =
            Pattern.compile("[A-Za-z0-9.-]{1,253}(:[0-9]{1,5})?|\\[[0-9A-Fa-f:.]+](:[0-9]{1,5})?");
    private static final int MOST_AT_ONCE = 4;

    /** Below that a whole portfolio does not come reliably; clients of the service wait as long. */
    private static final Duration SHORTEST = Duration.ofSeconds(45);

    private List<String> distributors = List.of();
    private URI imageBase = URI.create("https://images.vtinfo.com");
    private @Nullable Set<String> imageHosts;
    private int callsAtOnce = MOST_AT_ONCE;
    private @Nullable VtinfoSnapshots snapshots;
    private Consumer<VtinfoDownload> downloads = done -> {};
    private @Nullable VtinfoFinderConfigBuilder finder;
    private @Nullable VtinfoRestConfigBuilder rest;
    private @Nullable HostServices host;

    VtinfoConfigBuilder() {
        endpoint(URI.create("https://products.vtinfo.com/bbs/v1"));
        requestTimeout(SHORTEST);
    }

    @Override
    protected VtinfoConfigBuilder self() {
        return this;
    }

    /**
     * Sets whose portfolios are read; required.
     *
     * @param sourceCodes VIP's codes of distributors: five digits with leading zeros, and a suffix after a hyphen for
     *     sub-accounts. Text, never numbers
     * @return this builder
     */
    public VtinfoConfigBuilder distributors(Collection<String> sourceCodes) {
        this.distributors = List.copyOf(sourceCodes);
        return this;
    }

    /**
     * Sets whose portfolios are read; required.
     *
     * @param sourceCodes VIP's codes of distributors
     * @return this builder
     */
    public VtinfoConfigBuilder distributors(String... sourceCodes) {
        return distributors(List.of(sourceCodes));
    }

    /**
     * Sets what an address of a file is relative to; {@code https://images.vtinfo.com} until set. Files are fetched over
     * https only, unless this address is http.
     *
     * @param value an absolute address
     * @return this builder
     */
    public VtinfoConfigBuilder imageBase(URI value) {
        this.imageBase = value;
        return this;
    }

    /**
     * Sets the hosts that files are fetched from; that of {@link #imageBase} until set.
     *
     * @param hosts names, with a port where it is not the usual one
     * @return this builder
     */
    public VtinfoConfigBuilder imageHosts(Collection<String> hosts) {
        this.imageHosts = Set.copyOf(hosts);
        return this;
    }

    /**
     * Sets how many requests each of the two, the service and its files, may have under way; 4 until set.
     *
     * @param value 1 to 4
     * @return this builder
     */
    public VtinfoConfigBuilder callsAtOnce(int value) {
        this.callsAtOnce = value;
        return this;
    }

    /**
     * Sets where the feed keeps what it has seen; without it there is no feed.
     *
     * @param value the place, or null
     * @return this builder
     */
    public VtinfoConfigBuilder snapshots(@Nullable VtinfoSnapshots value) {
        this.snapshots = value;
        return this;
    }

    /**
     * Sets who is told of every file that was fetched whole, for a log of deliveries.
     *
     * @param value called on the thread that fetched it
     * @return this builder
     */
    public VtinfoConfigBuilder downloads(Consumer<VtinfoDownload> value) {
        this.downloads = value;
        return this;
    }

    /**
     * Sets how to reach Brand Finder; not reached until set.
     *
     * @param value its options, checked together with these; or null
     * @return this builder
     */
    public VtinfoConfigBuilder finder(@Nullable VtinfoFinderConfigBuilder value) {
        this.finder = value;
        return this;
    }

    /**
     * Sets how to reach a private REST interface; not reached until set.
     *
     * @param value its options, checked together with these; or null
     * @return this builder
     */
    public VtinfoConfigBuilder rest(@Nullable VtinfoRestConfigBuilder value) {
        this.rest = value;
        return this;
    }

    /**
     * Takes what a host brings along, for Brand Finder and the private interface as well.
     *
     * @param services client, listener, clock and tokens
     * @return this builder
     */
    @Override
    public VtinfoConfigBuilder host(HostServices services) {
        this.host = services;
        return super.host(services);
    }

    /** Reads options by name; what is wrong is kept for {@link #build()}. */
    VtinfoConfigBuilder read(Map<String, String> options) {
        OptionReader in = new OptionReader(options);
        in.word(Backend.OPTION, Backend.class);
        common(in);
        distributors = List.copyOf(either(in.words("distributors"), Set.of()));
        imageBase = either(in.uri("imageBase"), imageBase);
        imageHosts = in.words("imageHosts");
        callsAtOnce = either(in.integer("callsAtOnce", 1, MOST_AT_ONCE), callsAtOnce);
        Path folder = in.optional("snapshots", Path::of, "a folder");
        snapshots = folder == null ? null : VtinfoSnapshots.directory(folder);
        finder = VtinfoFinderConfigBuilder.isMentioned(options)
                ? VtinfoFinderConfig.builder().read(in)
                : null;
        rest = VtinfoRestConfigBuilder.isMentioned(options)
                ? VtinfoRestConfig.builder().read(in)
                : null;
        return finish(in);
    }

    /**
     * The configuration.
     *
     * @return the configuration
     * @throws ConfigException when options are missing or wrong; names all of them
     */
    public VtinfoConfig build() {
        ConfigCheck check = startCheck();
        check.required("distributors", distributors.isEmpty() ? null : distributors);
        List<String> odd = distributors.stream()
                .filter(code -> !VtinfoRef.isSourceCode(code))
                .toList();
        if (!odd.isEmpty()) {
            check.problem(
                    "distributors",
                    "must be five digits each, with a suffix after a hyphen for sub-accounts; not " + odd);
        }
        check.address("imageBase", imageBase);
        Set<String> hosts = imageHosts != null ? imageHosts : Set.of(String.valueOf(imageBase.getRawAuthority()));
        if (hosts.isEmpty()
                || !hosts.stream().allMatch(host -> HOST.matcher(host).matches())) {
            check.problem("imageHosts", "must be names of hosts, with a port where it is not the usual one");
        }
        check.range("callsAtOnce", callsAtOnce, 1, MOST_AT_ONCE);
        VtinfoFinderConfigBuilder outlets = finder;
        VtinfoRestConfigBuilder items = rest;
        if (outlets != null) {
            take(outlets, outlets::check, check);
        }
        if (items != null) {
            take(items, items::check, check);
        }
        check.finish(VipConnector.SYSTEM);
        return new VtinfoConfig(
                commonOptions(Objects.requireNonNull(endpoint())),
                distributors,
                imageBase,
                hosts,
                callsAtOnce,
                snapshots,
                downloads,
                outlets == null ? null : outlets.build(),
                items == null ? null : items.build());
    }

    private void take(ConnectorConfigBuilder<?> of, Supplier<ConfigCheck> its, ConfigCheck check) {
        if (host != null) {
            of.host(host);
        }
        its.get().problems().forEach(problem -> check.problem(problem.option(), problem.problem()));
    }
}
