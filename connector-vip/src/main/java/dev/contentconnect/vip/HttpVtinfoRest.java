package dev.contentconnect.vip;

import static dev.contentconnect.vip.VipConnector.REFUSED;

import dev.contentconnect.core.auth.OAuthLogin;
import dev.contentconnect.core.error.MappingIssue;
import dev.contentconnect.core.http.HttpCall;
import dev.contentconnect.core.http.HttpChannel;
import dev.contentconnect.core.http.JsonPages;
import dev.contentconnect.core.http.PathTemplate;
import dev.contentconnect.core.http.RateGate;
import dev.contentconnect.core.http.RateGates;
import dev.contentconnect.core.http.RequestUri;
import dev.contentconnect.core.json.AssetField;
import dev.contentconnect.core.json.AssetFields;
import dev.contentconnect.core.json.Json;
import dev.contentconnect.core.json.JsonPointer;
import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.page.Page;
import dev.contentconnect.core.page.Paged;
import dev.contentconnect.core.spi.NotOffered;
import io.vavr.control.Either;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A private REST interface over HTTP. */
final class HttpVtinfoRest implements VtinfoRest {
    /** No limit is public; this leaves the interface to its people. */
    private static final double PER_SECOND = 5;

    /** Stands before the id, because other services of the vendor count their own assets. */
    private static final String PREFIX = "rest:";

    private final VtinfoRestConfig config;
    private final VtinfoOAuth oauth;
    private final HttpChannel channel;
    private final JsonPages pages;
    private final AssetFields fields;

    HttpVtinfoRest(VtinfoRestConfig config) {
        this.config = config;
        this.oauth = VtinfoOAuth.of(config);
        RateGate gate = RateGates.of(
                config.options().endpoint().getHost(),
                config.client().clientId(),
                PER_SECOND,
                config.options().time());
        VtinfoRestErrors errors = new VtinfoRestErrors(config.authorization().endpoint());
        this.channel = config.options()
                .channel(VipConnector.SYSTEM, errors, oauth.step(), gate)
                .build();
        this.pages =
                new JsonPages(channel, config.options().endpoint(), config.paging(), JsonPointer.of(config.items()));
        Map<AssetField, JsonPointer> places = new EnumMap<>(AssetField.class);
        config.fields().forEach((field, pointer) -> places.put(field, JsonPointer.of(pointer)));
        this.fields = new AssetFields(places, id -> SourceRef.of(VipConnector.SYSTEM, PREFIX + id));
    }

    @Override
    public OAuthLogin login() {
        return oauth.login();
    }

    @Override
    public @Nullable Object read(String path, Map<String, String> parameters) {
        HttpCall call = call("rest." + path, filled(path, parameters));
        return channel.decode(call, channel.send(call), Json::decodePlain);
    }

    @Override
    public Paged<Map<String, @Nullable Object>> items(String path, Map<String, String> parameters) {
        return list(path, parameters, (item, where, parts) -> toItem(item, where));
    }

    @Override
    public Paged<Asset> assets(Map<String, String> parameters) {
        return list(VtinfoRestChecks.ASSETS, parameters, fields::read);
    }

    @Override
    public Asset asset(String id, Map<String, String> parameters) {
        Map<String, String> all = new LinkedHashMap<>(parameters);
        all.put(VtinfoRestChecks.ID, id);
        String path = VtinfoRestChecks.ASSET;
        Object found = JsonPointer.of(config.item()).in(read(path, all));
        List<MappingIssue> issues = new ArrayList<>();
        Asset asset = fields.read(found, path, issues::add)
                .getOrElseThrow(issue -> REFUSED.undecodable("rest." + path, issue));
        // A list of one: whoever iterates is told of its issues in the way of all lists.
        Page<Asset> one = new Page<>(List.of(asset), null, null, issues);
        return Paged.of(VipConnector.SYSTEM, "rest." + path, cursor -> one)
                .iterator()
                .next();
    }

    /** Makes something of one item. */
    private interface Mapper<T> {
        Either<MappingIssue, T> map(@Nullable Object item, String where, Consumer<MappingIssue> parts);
    }

    private <T> Paged<T> list(String path, Map<String, String> parameters, Mapper<T> mapper) {
        String operation = "rest." + path;
        String filled = filled(path, parameters);
        return Paged.of(VipConnector.SYSTEM, operation, cursor -> {
            JsonPages.Fetched page = pages.fetch(
                    operation, filled, Map.of(), cursor, config.options().pageSize());
            List<T> items = new ArrayList<>(page.items().size());
            List<MappingIssue> issues = new ArrayList<>();
            for (int i = 0; i < page.items().size(); i++) {
                mapper.map(page.items().get(i), "items[" + i + "]", issues::add)
                        .peek(items::add)
                        .peekLeft(issues::add);
            }
            return new Page<>(items, page.next(), page.total(), issues);
        });
    }

    private static Either<MappingIssue, Map<String, @Nullable Object>> toItem(@Nullable Object item, String where) {
        if (!(item instanceof Map<?, ?> members)) {
            return Either.left(MappingIssue.of(where, "not an object"));
        }
        Map<String, @Nullable Object> out = new LinkedHashMap<>();
        members.forEach((name, value) -> out.put(String.valueOf(name), value));
        return Either.right(out);
    }

    /** The path of a name, with all its places filled. */
    private String filled(String path, Map<String, String> parameters) {
        String text = config.paths().get(path);
        if (text == null) {
            throw NotOffered.by(
                    VipConnector.SYSTEM,
                    "rest." + path,
                    "no such path is configured; there are " + config.paths().keySet());
        }
        PathTemplate template = PathTemplate.of(text);
        for (String name : parameters.keySet()) {
            if (!template.names().contains(name)) {
                throw new IllegalArgumentException("the path " + path + " has no place {" + name + "}");
            }
        }
        Map<String, String> all = new LinkedHashMap<>(config.values());
        all.putAll(parameters);
        return template.filled(all);
    }

    private HttpCall call(String operation, String path) {
        return HttpCall.get(
                        operation,
                        RequestUri.of(config.options().endpoint()).at(path).build())
                .header("Accept", "application/json")
                .build();
    }

    @Override
    public void close() {
        channel.close();
        oauth.close();
    }

    /** Names the address; no secrets. */
    @Override
    public String toString() {
        return "VtinfoRest[" + Objects.toString(config) + "]";
    }
}
