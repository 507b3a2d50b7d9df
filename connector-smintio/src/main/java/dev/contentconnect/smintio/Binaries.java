package dev.contentconnect.smintio;

import static dev.contentconnect.smintio.SmintioConnector.REFUSED;

import dev.contentconnect.core.http.RequestUri;
import dev.contentconnect.core.spi.Content;
import dev.contentconnect.smintio.api.Licensing;
import dev.contentconnect.smintio.map.PurchaseMapper;
import dev.contentconnect.smintio.wire.WireBinary;
import dev.contentconnect.smintio.wire.WirePurchase;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The files of one purchase. They are listed when they are wanted, and again when an address has ended. */
record Binaries(Licensing licensing, WirePurchase purchase) {
    private static final URI NOWHERE = URI.create("https://invalid.invalid");

    List<WireBinary> list(String operation) {
        if (!Boolean.TRUE.equals(purchase.canBeSynced())) {
            throw REFUSED.notFound(operation, "purchase " + purchase.uuid() + " has no files, or does not say so");
        }
        String cart = purchase.cartUuid();
        if (cart == null || cart.isBlank()) {
            throw REFUSED.undecodable(operation, "purchase " + purchase.uuid() + " names no cart");
        }
        return licensing.binaries(cart, Objects.requireNonNull(purchase.uuid()));
    }

    /** The wanted file; without a wish the standard one, else the first. */
    private WireBinary find(String operation, @Nullable String id) {
        List<WireBinary> all = list(operation);
        return all.stream()
                .filter(one -> id == null ? "standard".equals(one.binaryType()) : id.equals(one.uuid()))
                .findFirst()
                .or(() -> id == null ? all.stream().findFirst() : Optional.empty())
                .orElseThrow(() -> REFUSED.notFound(operation, "no file " + (id == null ? "yet" : id)));
    }

    Content content(String operation, @Nullable String id) {
        WireBinary found = find(operation, id);
        return new LinkedContent(
                new LinkedContent.Link() {
                    private @Nullable WireBinary first = found;

                    @Override
                    public URI fresh() {
                        WireBinary now = first != null ? first : find(operation, id);
                        first = null;
                        return address(operation, now);
                    }
                },
                licensing::open,
                licensing::download,
                PurchaseMapper.fileName(found.fileName()),
                null,
                -1);
    }

    private static URI address(String operation, WireBinary binary) {
        String url = binary.downloadUrl();
        if (url == null || url.isBlank()) {
            throw REFUSED.notFound(operation, "file " + binary.uuid() + " has no address");
        }
        try {
            // Signed: not a byte of it may change.
            URI uri = RequestUri.lenient(NOWHERE, url);
            if (NOWHERE.getHost().equals(uri.getHost())) {
                throw new IllegalArgumentException("relative");
            }
            return uri;
        } catch (IllegalArgumentException e) {
            throw REFUSED.undecodable(operation, "the address of file " + binary.uuid() + " is none");
        }
    }
}
