package dev.contentconnect.vip.map;

import dev.contentconnect.core.error.MappingIssue;
import dev.contentconnect.core.json.Json;
import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.AssetVersion;
import dev.contentconnect.core.model.Extensions;
import dev.contentconnect.core.model.Rendition;
import dev.contentconnect.core.model.Segment;
import dev.contentconnect.core.model.SegmentKind;
import dev.contentconnect.vip.api.VtinfoBrand;
import dev.contentconnect.vip.wire.WireProduct;
import dev.contentconnect.vip.wire.WireProductPackage;
import io.vavr.control.Either;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Files of a distributor's portfolio as assets. Total and lossless: the product rides along in the extensions. */
public final class VtinfoAssetMapper {
    /** Whose portfolio an asset is in, as a segment. */
    public static final SegmentKind DISTRIBUTOR = SegmentKind.of("distributor");

    /** The rendition that VIP calls the small image. */
    public static final String SMALL = "small";

    private VtinfoAssetMapper() {}

    /**
     * A file that a product or a brand shows.
     *
     * @param role what it is
     * @param address where it is
     * @param small where its small form is, or null
     */
    public record Shown(
            VtinfoRole role, URI address, @Nullable URI small) {}

    /**
     * The files that a product shows.
     *
     * @param product the product
     * @param base what relative addresses are relative to
     * @return its image and its sell sheet, as far as there are any; an issue where one has no usable address
     */
    public static List<Either<MappingIssue, Shown>> files(WireProduct product, URI base) {
        List<Either<MappingIssue, Shown>> out = new ArrayList<>(2);
        boolean large = !isEmpty(product.imageLarge());
        String image = large ? product.imageLarge() : product.imageSmall();
        String name = large ? "product_image_large" : "product_image_small";
        if (image != null && !isEmpty(image)) {
            URI small = large && !isEmpty(product.imageSmall())
                    ? VtinfoAddress.of(base, String.valueOf(product.imageSmall()))
                            .getOrNull()
                    : null;
            out.add(VtinfoAddress.of(base, image)
                    .map(uri -> new Shown(VtinfoRole.IMAGE, uri, uri.equals(small) ? null : small))
                    .mapLeft(why -> new MappingIssue(name, why, product.id())));
        }
        String sheet = product.sellSheet();
        if (sheet != null && !isEmpty(sheet)) {
            out.add(VtinfoAddress.of(base, sheet)
                    .map(uri -> new Shown(VtinfoRole.SELLSHEET, uri, null))
                    .mapLeft(why -> new MappingIssue("product_sell_sheet", why, product.id())));
        }
        return out;
    }

    /**
     * The logo that a brand shows.
     *
     * @param brand the brand
     * @param base what relative addresses are relative to
     * @return its logo; empty when it has none; an issue when it has no usable address
     */
    public static List<Either<MappingIssue, Shown>> files(VtinfoBrand brand, URI base) {
        String logo = brand.brand().logo();
        return logo == null || isEmpty(logo)
                ? List.of()
                : List.of(VtinfoAddress.of(base, logo)
                        .map(uri -> new Shown(VtinfoRole.LOGO, uri, null))
                        .mapLeft(why -> new MappingIssue(
                                "brand_logo", why, brand.brand().id())));
    }

    /**
     * A file of a product. Its status is unknown, because VIP says nothing of one, nor of rights.
     *
     * @param sourceCode the distributor
     * @param product what it is shown for
     * @param file the file
     * @param groups the groups that name the product's brand
     * @return the asset
     */
    public static Asset toAsset(String sourceCode, WireProduct product, Shown file, List<String> groups) {
        Set<String> tags = new LinkedHashSet<>();
        groups.forEach(group -> add(tags, group));
        add(tags, product.styleName());
        add(tags, product.type());
        Map<String, @Nullable Object> more = new LinkedHashMap<>();
        more.put("product", plain(product));
        more.put(
                "upcs",
                product.packages().stream()
                        .map(WireProductPackage::upc)
                        .filter(upc -> !upc.isEmpty())
                        .distinct()
                        .toList());
        return asset(sourceCode, file, product.name(), product.description(), product.supplierName(), tags, more);
    }

    /**
     * The logo of a brand.
     *
     * @param sourceCode the distributor
     * @param brand the brand
     * @param file the logo
     * @return the asset
     */
    public static Asset toAsset(String sourceCode, VtinfoBrand brand, Shown file) {
        Set<String> tags = new LinkedHashSet<>();
        brand.groups().forEach(group -> add(tags, group));
        Map<String, @Nullable Object> more = new LinkedHashMap<>();
        more.put("brand", plain(brand.brand()));
        String description = brand.brand().rest().get("brand_description") instanceof String text ? text : null;
        return asset(
                sourceCode,
                file,
                brand.brand().name(),
                description,
                brand.brand().name(),
                tags,
                more);
    }

    private static Asset asset(
            String sourceCode,
            Shown file,
            @Nullable String title,
            @Nullable String description,
            @Nullable String brand,
            Set<String> tags,
            Map<String, @Nullable Object> more) {
        List<Segment> segments = new ArrayList<>();
        segments.add(new Segment(DISTRIBUTOR, sourceCode));
        if (brand != null && !brand.isBlank()) {
            segments.add(Segment.brand(brand.strip()));
        }
        URI small = file.small();
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("source_code", sourceCode);
        members.put("role", file.role().word());
        members.put("source_url", file.address().toString());
        members.putAll(more);
        return Asset.builder(VtinfoRef.of(sourceCode, file.address()).ref())
                .title(blankToNull(title))
                .description(blankToNull(description))
                .kind(file.role().kind())
                .currentVersion(toVersion(file.address()))
                .tags(tags)
                .segments(segments)
                .renditions(
                        small == null ? List.of() : List.of(new Rendition(SMALL, SMALL, null, null, null, null, small)))
                .extensions(Extensions.of(AssetMapper.SYSTEM, members))
                .build();
    }

    /**
     * The one version that there is: its address.
     *
     * @param address where the file is
     * @return a version whose id is the address
     */
    public static AssetVersion toVersion(URI address) {
        return new AssetVersion(
                address.toString(), null, VtinfoAddress.fileName(address), null, null, null, null, null, null);
    }

    private static Map<?, ?> plain(Object wire) {
        return Json.convert(wire, Map.class);
    }

    private static void add(Set<String> tags, @Nullable String tag) {
        if (tag != null && !tag.isBlank()) {
            tags.add(tag.strip());
        }
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return isEmpty(text) ? null : text;
    }

    private static boolean isEmpty(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
