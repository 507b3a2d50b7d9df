package dev.contentconnect.vip.map;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.error.MappingIssue;
import dev.contentconnect.core.json.Json;
import dev.contentconnect.core.model.Asset;
import dev.contentconnect.vip.api.VtinfoBrand;
import dev.contentconnect.vip.map.VtinfoAssetMapper.Shown;
import dev.contentconnect.vip.wire.WireBrand;
import dev.contentconnect.vip.wire.WireProduct;
import dev.contentconnect.vip.wire.WireProductPackage;
import io.vavr.control.Either;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

class VtinfoAssetMapperPropertyTest {
    private static final URI BASE = URI.create("https://images.vtinfo.com");

    @Provide
    Arbitrary<String> addresses() {
        Arbitrary<String> names = Arbitraries.strings()
                .withChars("aZ09 ()[]{}%#?&+;=@:!$,'\"<>|^`~\\äß夏/._-")
                .ofMaxLength(30);
        return Arbitraries.oneOf(
                names.map(name -> "https://images.vtinfo.com/b_white/companies/ELM/" + name),
                names.map(name -> "/b_white/" + name),
                names,
                Arbitraries.strings().ofMaxLength(20));
    }

    @Provide
    Arbitrary<WireProduct> products() {
        Arbitrary<Object> scalars = Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(10).map(text -> text),
                Arbitraries.integers().map(number -> number),
                Arbitraries.just(null));
        Arbitrary<Map<String, Object>> packages = Arbitraries.maps(
                        Arbitraries.of("dist_item_code", "retail_upc", "package_name", "beverage_id", "odd"), scalars)
                .ofMaxSize(4);
        Arbitrary<Map<String, Object>> plain = Arbitraries.maps(
                        Arbitraries.of(
                                "product_id",
                                "product_name",
                                "product_type",
                                "product_description",
                                "product_supplier_name",
                                "product_style_name",
                                "product_abv",
                                "from_the_future"),
                        scalars)
                .ofMaxSize(8);
        return net.jqwik.api.Combinators.combine(
                        plain,
                        addresses().injectNull(0.2),
                        addresses().injectNull(0.5),
                        addresses().injectNull(0.5),
                        packages.list().ofMaxSize(3))
                .as((members, large, small, sheet, boxes) -> {
                    Map<String, @Nullable Object> all = new LinkedHashMap<>(members);
                    all.put("product_image_large", large);
                    all.put("product_image_small", small);
                    all.put("product_sell_sheet", sheet);
                    all.put("product_packages", boxes);
                    return Json.convert(all, WireProduct.class);
                });
    }

    @Property
    void makesAssetsOrIssuesOfAnyProductAndLosesNothing(@ForAll("products") WireProduct product) {
        for (Either<MappingIssue, Shown> file : VtinfoAssetMapper.files(product, BASE)) {
            file.peek(shown -> {
                Asset asset = VtinfoAssetMapper.toAsset("00123", product, shown, List.of("Craft"));
                assertThat(VtinfoRef.of(asset.ref().id())).contains(VtinfoRef.of("00123", shown.address()));
                Object home = asset.extensions().get("vip").get("product");
                assertThat(home).isNotNull();
                assertThat(Json.convert(home, WireProduct.class)).isEqualTo(withoutNulls(product));
            });
        }
    }

    /** Members that are null are as good as missing. */
    private static WireProduct withoutNulls(WireProduct product) {
        return Json.decode(Json.encode(Json.convert(product, Map.class)), WireProduct.class);
    }

    @Property
    void makesAnAssetOfAnyLogo(@ForAll("addresses") String logo, @ForAll String name) {
        VtinfoBrand brand = new VtinfoBrand(new WireBrand("1", name, logo, Map.of()), List.of());
        VtinfoAssetMapper.files(brand, BASE)
                .forEach(file -> file.peek(shown -> assertThat(
                                VtinfoAssetMapper.toAsset("00123", brand, shown).currentVersion())
                        .isNotNull()));
    }

    @Property
    void encodesAnAddressOnce(@ForAll("addresses") String raw) {
        VtinfoAddress.of(BASE, raw)
                .peek(address -> assertThat(
                                VtinfoAddress.of(BASE, address.toString()).get())
                        .isEqualTo(address));
    }

    @Property
    void asksAllowedHostsOnly(@ForAll("addresses") String raw) {
        VtinfoAddress.of(BASE, raw)
                .filter(address -> VtinfoAddress.isAllowed(address, java.util.Set.of("images.vtinfo.com"), BASE))
                .peek(address -> address.peek(uri -> {
                    assertThat(uri.getHost()).isEqualTo("images.vtinfo.com");
                    assertThat(uri.getUserInfo()).isNull();
                    assertThat(uri.getScheme()).isEqualTo("https");
                }));
    }

    @Property
    void comparesNumbersWithAndWithoutLeadingZeros(@ForAll("digits") String digits) {
        WireProductPackage one = new WireProductPackage(null, digits, null, null, Map.of());
        assertThat(one.upc()).endsWith(digits).hasSize(Math.max(12, digits.length()));
        WireProduct product = new WireProduct(
                null, null, null, null, null, null, null, null, null, new ArrayList<>(List.of(one)), Map.of());
        assertThat(product.hasUpc(digits)).isTrue();
        assertThat(product.hasUpc(one.upc())).isTrue();
    }

    @Provide
    Arbitrary<String> digits() {
        return Arbitraries.strings().numeric().ofMinLength(1).ofMaxLength(16);
    }
}
