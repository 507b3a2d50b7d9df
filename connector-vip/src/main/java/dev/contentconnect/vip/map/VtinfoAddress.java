package dev.contentconnect.vip.map;

import dev.contentconnect.core.http.RequestUri;
import io.vavr.control.Either;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads addresses of files, which hold raw blanks and parentheses now and then, and may be encoded already. */
public final class VtinfoAddress {
    private static final int LONGEST = 4_000;

    private VtinfoAddress() {}

    /**
     * The address to ask. What is encoded stays as it is; what is not is encoded.
     *
     * @param base what a relative address is relative to
     * @param raw the address as it was sent
     * @return the address, or what is wrong with it
     */
    public static Either<String, URI> of(URI base, String raw) {
        if (raw.length() > LONGEST) {
            return Either.left("an address of more than " + LONGEST + " characters");
        }
        try {
            // Names of files there are free text: what looks like a fragment is part of one.
            URI uri = RequestUri.lenient(base, raw.replace("#", "%23"));
            String path = uri.getRawPath().replace("(", "%28").replace(")", "%29");
            String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
            String site = (uri.getScheme() + "://" + uri.getRawAuthority()).toLowerCase(Locale.ROOT);
            return Either.right(URI.create(site + path + query));
        } catch (IllegalArgumentException e) {
            return Either.left("not an address");
        }
    }

    /**
     * Whether a file may be fetched from an address.
     *
     * @param address the address
     * @param hosts the hosts that may be asked, with a port where it is not the usual one
     * @param base whose scheme is allowed besides https
     * @return false for any other host or scheme, and where the address holds a user
     */
    public static boolean isAllowed(URI address, Set<String> hosts, URI base) {
        boolean scheme = "https".equalsIgnoreCase(address.getScheme())
                || String.valueOf(base.getScheme()).equalsIgnoreCase(address.getScheme());
        String authority = address.getRawAuthority();
        return scheme && authority != null && hosts.stream().anyMatch(authority::equalsIgnoreCase);
    }

    /**
     * The name of the file at an address.
     *
     * @param address the address
     * @return decoded, without any folder; null when the path ends with a slash
     */
    public static @Nullable String fileName(URI address) {
        String last = Names.base(address.getRawPath());
        try {
            String name = Names.base(URLDecoder.decode(last.replace("+", "%2B"), StandardCharsets.UTF_8));
            return name.isEmpty() ? null : name;
        } catch (IllegalArgumentException halfEncoded) {
            return last.isEmpty() ? null : last;
        }
    }
}
