package dev.contentconnect.vip;

import static dev.contentconnect.vip.VipConnector.REFUSED;

import dev.contentconnect.core.error.MappingIssue;
import dev.contentconnect.core.model.Asset;
import dev.contentconnect.vip.api.VtinfoBrand;
import dev.contentconnect.vip.map.VtinfoAssetMapper;
import dev.contentconnect.vip.map.VtinfoAssetMapper.Shown;
import dev.contentconnect.vip.wire.WireProduct;
import dev.contentconnect.vip.wire.WireProductPackage;
import io.vavr.control.Either;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The files of one distributor's portfolio, as they come: logos of brands, then what products show. */
final class Portfolio {
    /** More products than any distributor can have; an answer that goes on for ever ends there. */
    private static final int MOST_PRODUCTS = 1_000_000;

    private static final String READ = "portfolio.read";

    private final VtinfoConfig config;
    private final VtinfoClient client;
    private final String sourceCode;

    Portfolio(VtinfoConfig config, VtinfoClient client, String sourceCode) {
        this.config = config;
        this.client = client;
        this.sourceCode = sourceCode;
    }

    /** A file, and what shows it. */
    interface Entry {
        Shown file();

        Asset asset();

        /** VIP's id of the product or the brand. */
        String item();

        @Nullable String title();

        /** By what it is found again: one for each package. */
        Set<String> keys();
    }

    /**
     * Reads from the beginning.
     *
     * @param visitor says whether to go on
     * @param issues is told of what cannot be read
     */
    void read(Predicate<Entry> visitor, Consumer<MappingIssue> issues) {
        Map<String, List<String>> groups = new HashMap<>();
        for (VtinfoBrand brand : client.brands(sourceCode, issues)) {
            groups.put(Objects.requireNonNullElse(brand.brand().name(), "").strip(), brand.groups());
            for (Either<MappingIssue, Shown> file : VtinfoAssetMapper.files(brand, config.imageBase())) {
                if (!goesOn(file.map(shown -> new Logo(sourceCode, brand, shown)), visitor, issues)) {
                    return;
                }
            }
        }
        try (Stream<WireProduct> products = client.products(sourceCode, issues)) {
            int count = 0;
            for (Iterator<WireProduct> each = products.iterator(); each.hasNext(); ) {
                WireProduct product = each.next();
                if (++count > MOST_PRODUCTS) {
                    throw REFUSED.undecodable(READ, "more than a million products");
                }
                String brand =
                        Objects.requireNonNullElse(product.supplierName(), "").strip();
                List<String> named = groups.getOrDefault(brand, List.of());
                for (Either<MappingIssue, Shown> file : VtinfoAssetMapper.files(product, config.imageBase())) {
                    if (!goesOn(file.map(shown -> new OfProduct(sourceCode, product, shown, named)), visitor, issues)) {
                        return;
                    }
                }
            }
        }
    }

    private static boolean goesOn(
            Either<MappingIssue, ? extends Entry> entry, Predicate<Entry> visitor, Consumer<MappingIssue> issues) {
        if (entry.isLeft()) {
            issues.accept(entry.getLeft());
            return true;
        }
        return visitor.test(entry.get());
    }

    private record Logo(String sourceCode, VtinfoBrand brand, Shown file) implements Entry {
        @Override
        public Asset asset() {
            return VtinfoAssetMapper.toAsset(sourceCode, brand, file);
        }

        @Override
        public String item() {
            return String.valueOf(brand.brand().id());
        }

        @Override
        public @Nullable String title() {
            return brand.brand().name();
        }

        @Override
        public Set<String> keys() {
            return Set.of(item());
        }
    }

    private record OfProduct(String sourceCode, WireProduct product, Shown file, List<String> groups) implements Entry {
        @Override
        public Asset asset() {
            return VtinfoAssetMapper.toAsset(sourceCode, product, file, groups);
        }

        @Override
        public String item() {
            return Objects.requireNonNullElse(product.id(), "");
        }

        @Override
        public @Nullable String title() {
            return product.name();
        }

        /** The distributor's item code; where there is none, the product and the number on its package. */
        @Override
        public Set<String> keys() {
            Set<String> out = new LinkedHashSet<>();
            for (WireProductPackage one : product.packages()) {
                String code = one.itemCode();
                out.add(code != null && !code.isBlank() ? sourceCode + "|" + code.strip() : item() + "|" + one.upc());
            }
            if (out.isEmpty()) {
                out.add(item() + "|");
            }
            return out;
        }
    }
}
