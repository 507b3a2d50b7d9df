package dev.contentconnect.vip.map;

import dev.contentconnect.core.model.SourceRef;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The identity of an asset in a distributor's portfolio: the distributor, and which address it has. A file that changes gets
 * another address, so it is another asset, which the feed says takes the place of the one before.
 *
 * @param sourceCode the distributor
 * @param hash the first 32 hexadecimal digits of the SHA-256 of the address
 */
public record VtinfoRef(String sourceCode, String hash) {
    private static final String CODE = "[0-9]{5}(?:-[A-Za-z0-9]{1,20})*";
    private static final Pattern SOURCE_CODE = Pattern.compile(CODE);
    private static final Pattern ID = Pattern.compile("(" + CODE + "):([0-9a-f]{32})");

    /**
     * Whether a text is a distributor's code.
     *
     * @param text the text
     * @return true for five digits, with or without suffixes after hyphens
     */
    public static boolean isSourceCode(String text) {
        return text.length() <= 60 && SOURCE_CODE.matcher(text).matches();
    }

    /**
     * Reads an identity.
     *
     * @param id what {@link #ref} made
     * @return nothing when it is no such identity
     */
    public static Optional<VtinfoRef> of(String id) {
        Matcher parts = ID.matcher(id);
        return id.length() <= 100 && parts.matches()
                ? Optional.of(new VtinfoRef(parts.group(1), parts.group(2)))
                : Optional.empty();
    }

    /**
     * The identity of what is at an address.
     *
     * @param sourceCode the distributor
     * @param address the address, as {@link VtinfoAddress} makes it
     * @return the identity
     */
    public static VtinfoRef of(String sourceCode, URI address) {
        return new VtinfoRef(sourceCode, Names.hash(address.toString()).substring(0, 32));
    }

    /**
     * The canonical form.
     *
     * @return an identity of this system
     */
    public SourceRef ref() {
        return SourceRef.of(AssetMapper.SYSTEM, sourceCode + ":" + hash);
    }
}
