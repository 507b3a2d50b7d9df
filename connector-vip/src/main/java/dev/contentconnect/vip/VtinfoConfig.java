package dev.contentconnect.vip;

import dev.contentconnect.core.spi.ConnectorOptions;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How to reach product portfolios of Vermont Information Processing. Made by {@link VipConfig#vtinfo()} or
 * {@link VipConfig#fromMap(java.util.Map)}.
 *
 * @param options the options all connectors share; the endpoint is Brand Builder's
 * @param distributors whose portfolios are read: VIP's source codes, as text
 * @param imageBase what an address of a file is relative to, where it is relative at all
 * @param imageHosts hosts that files are fetched from, with a port where it is not the usual one; nothing is ever fetched
 *     from another
 * @param callsAtOnce how many requests each of the two, the service and its files, may have under way
 * @param snapshots where the feed keeps what it has seen; null for no feed
 * @param downloads is told of every file that was fetched whole
 * @param finder how to reach Brand Finder; null for not at all
 * @param rest how to reach a private REST interface; null for not at all
 */
public record VtinfoConfig(
        ConnectorOptions options,
        List<String> distributors,
        URI imageBase,
        Set<String> imageHosts,
        int callsAtOnce,
        @Nullable VtinfoSnapshots snapshots,
        Consumer<VtinfoDownload> downloads,
        @Nullable VtinfoFinderConfig finder,
        @Nullable VtinfoRestConfig rest)
        implements VipConfig {

    /**
     * Makes a configuration; collections are copied.
     *
     * @param options the options all connectors share; the endpoint is Brand Builder's
     * @param distributors whose portfolios are read: VIP's source codes, as text
     * @param imageBase what an address of a file is relative to, where it is relative at all
     * @param imageHosts hosts that files are fetched from, with a port where it is not the usual one; nothing is ever
     *     fetched from another
     * @param callsAtOnce how many requests each of the two, the service and its files, may have under way
     * @param snapshots where the feed keeps what it has seen; null for no feed
     * @param downloads is told of every file that was fetched whole
     * @param finder how to reach Brand Finder; null for not at all
     * @param rest how to reach a private REST interface; null for not at all
     */
    public VtinfoConfig {
        distributors = List.copyOf(new LinkedHashSet<>(distributors));
        imageHosts = Set.copyOf(imageHosts);
    }

    /** Address and distributors; there are no secrets. */
    @Override
    public String toString() {
        return "VtinfoConfig[" + options.endpoint() + ", " + distributors.size() + " distributor(s)]";
    }
}
