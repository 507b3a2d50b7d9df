package dev.contentconnect.vip.sandbox;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One distributor of a {@link VtinfoSandbox}: what the service holds of it. */
public final class Distributor {
    private final String sourceCode;
    private final Map<String, List<Map<String, @Nullable Object>>> groups = new LinkedHashMap<>();
    private final Map<String, Map<String, @Nullable Object>> products = new LinkedHashMap<>();
    private Behaviour behaviour = Behaviour.WELL;

    /** How the service answers for a distributor. */
    public enum Behaviour {
        /** With what there is. */
        WELL,
        /** 500 with the code 400 inside, each time. */
        BROKEN,
        /** {@code /info} is fine and has no name in it. */
        NAMELESS,
        /** 404. */
        WITHOUT_BRAND_BUILDER,
        /** Says after the products that it failed. */
        FAILS_AFTERWARDS
    }

    Distributor(String sourceCode) {
        this.sourceCode = sourceCode;
    }

    /** Changes how the service answers. */
    public Distributor behaves(Behaviour value) {
        this.behaviour = value;
        return this;
    }

    Behaviour behaviour() {
        return behaviour;
    }

    /** Adds a brand to groups; the group {@code All} names it too. */
    public Distributor brand(String id, String name, @Nullable String logo, String... inGroups) {
        Map<String, @Nullable Object> brand = new LinkedHashMap<>();
        brand.put("brand_id", id);
        brand.put("brand_name", name);
        brand.put("brand_logo", logo);
        brand.put("brand_description", "Brewed since " + id);
        brand.put("brand_website", "https://brand.example/" + id);
        for (String group : inGroups) {
            groups.computeIfAbsent(group, any -> new ArrayList<>()).add(brand);
        }
        groups.computeIfAbsent("All", any -> new ArrayList<>()).add(brand);
        return this;
    }

    /** Adds a product, or replaces it; its packages have the item codes. */
    public Distributor product(
            String id, String name, @Nullable String image, @Nullable String sellSheet, String... itemCodes) {
        List<Map<String, @Nullable Object>> packages = new ArrayList<>();
        for (String code : itemCodes) {
            Map<String, @Nullable Object> one = new LinkedHashMap<>();
            one.put("dist_item_code", code);
            one.put("retail_upc", "12345" + code.length());
            one.put("package_name", "6/4/12 oz can");
            one.put("beverage_id", 4711);
            packages.add(one);
        }
        Map<String, @Nullable Object> product = new LinkedHashMap<>();
        product.put("product_id", id);
        product.put("product_name", name);
        product.put("product_type", "Beer");
        product.put("product_description", "");
        product.put("product_supplier_name", "Elm Brewing");
        product.put("product_style_name", "Pale Ale");
        product.put("product_abv", "5.20");
        product.put("product_ratebeer_score", null);
        product.put("product_image_small", "");
        product.put("product_image_large", image == null ? "" : image);
        product.put("product_sell_sheet", sellSheet == null ? "" : sellSheet);
        product.put("product_packages", packages);
        return product(id, product);
    }

    /** Adds a product, or replaces it, as the service is to send it. */
    public Distributor product(String id, Map<String, @Nullable Object> product) {
        products.put(id, product);
        return this;
    }

    /** What is sent of a product; may be changed. */
    public Map<String, @Nullable Object> product(String id) {
        return products.get(id);
    }

    /** Takes a product out. */
    public Distributor withoutProduct(String id) {
        products.remove(id);
        return this;
    }

    Map<String, @Nullable Object> info() {
        Map<String, @Nullable Object> out = new LinkedHashMap<>();
        out.put("sourceCode", sourceCode);
        if (behaviour != Behaviour.NAMELESS) {
            out.put("distributorName", "Distributor " + sourceCode);
        }
        out.put("vipSourceId", 9001);
        out.put("vipCustomerId", 77);
        out.put("logo", null);
        return out;
    }

    List<Map<String, @Nullable Object>> groups() {
        List<Map<String, @Nullable Object>> out = new ArrayList<>();
        groups.forEach((name, brands) -> {
            Map<String, @Nullable Object> group = new LinkedHashMap<>();
            group.put("group_name", name);
            group.put("brands", brands);
            out.add(group);
        });
        return out;
    }

    List<Map<String, @Nullable Object>> products() {
        return List.copyOf(products.values());
    }
}
