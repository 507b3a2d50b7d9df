package dev.contentconnect.generic;

import dev.contentconnect.core.auth.AuthStep;
import dev.contentconnect.core.auth.OAuthTokens;
import dev.contentconnect.core.auth.TokenSource;
import dev.contentconnect.core.http.Effect;
import dev.contentconnect.core.http.HttpBody;
import dev.contentconnect.core.http.HttpCall;
import dev.contentconnect.core.http.HttpChannel;
import dev.contentconnect.core.http.HttpReply;
import dev.contentconnect.core.http.JsonPages;
import dev.contentconnect.core.http.PathTemplate;
import dev.contentconnect.core.http.RequestUri;
import dev.contentconnect.core.json.Json;
import dev.contentconnect.core.json.JsonPointer;
import dev.contentconnect.core.page.Cursor;
import dev.contentconnect.core.page.Page;
import dev.contentconnect.core.spi.Content;
import dev.contentconnect.core.spi.NotOffered;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The system over HTTP: one short method a path. */
final class HttpGenericClient implements GenericClient {
    private static final String JSON = "application/json";

    private final GenericConfig config;
    private final HttpChannel tokens;
    private final HttpChannel channel;
    private final JsonPages pages;

    HttpGenericClient(GenericConfig config) {
        this.config = config;
        GenericErrors errors = new GenericErrors(config.errorCode(), config.errorMessage());
        this.tokens =
                config.options().channel(config.system(), errors, null, null).build();
        this.channel = config.options()
                .channel(config.system(), errors, step(config, tokens), null)
                .build();
        this.pages = new JsonPages(channel, config.options().endpoint(), config.paging(), config.items());
    }

    private static @Nullable AuthStep step(GenericConfig config, HttpChannel tokens) {
        TokenSource source;
        if (config.auth() instanceof GenericAuth.Headers headers) {
            source = TokenSource.headers(headers.values());
        } else if (config.auth() instanceof GenericAuth.Basic basic) {
            source = TokenSource.basic(basic.user(), basic.password());
        } else if (config.auth() instanceof GenericAuth.ClientCredentials oauth) {
            source = OAuthTokens.clientCredentials(
                    oauth.client(), tokens, config.options().time());
        } else {
            return null;
        }
        return new AuthStep(source, List.of(config.options().endpoint()));
    }

    @Override
    public Page<Object> assets(Map<String, ? extends @Nullable Object> parameters, int size, @Nullable Cursor cursor) {
        String path = path("assets.list", GenericPath.ASSETS, Map.of());
        JsonPages.Fetched page = pages.fetch("assets.list", path, parameters, cursor, size);
        List<Object> items = new ArrayList<>();
        page.items().forEach(item -> {
            if (item != null) {
                items.add(item);
            }
        });
        return new Page<>(items, page.next(), page.total(), List.of());
    }

    @Override
    public @Nullable Object asset(String id) {
        return item(HttpCall.get("assets.get", uri("assets.get", GenericPath.ASSET, id, ""))
                .header("Accept", JSON)
                .build());
    }

    @Override
    public @Nullable Object create(Map<String, ? extends @Nullable Object> members) {
        return item(HttpCall.post("assets.create", uri("assets.create", GenericPath.CREATE, "", ""))
                .header("Accept", JSON)
                .json(members)
                .build());
    }

    @Override
    public void update(String id, Map<String, ? extends @Nullable Object> members) {
        Effect effect = config.updateMethod().equals("PUT") ? Effect.IDEMPOTENT : Effect.UNSAFE;
        channel.send(HttpCall.of(
                        "assets.update",
                        config.updateMethod(),
                        uri("assets.update", GenericPath.UPDATE, id, ""),
                        effect)
                .body(new HttpBody.Bytes(JSON, Json.encodeWithNulls(members)))
                .build());
    }

    @Override
    public void upload(String id, Content content) {
        String type = content.mediaType() == null ? "application/octet-stream" : content.mediaType();
        Effect effect = config.uploadMethod().equals("PUT") ? Effect.IDEMPOTENT : Effect.UNSAFE;
        channel.send(HttpCall.of(
                        "assets.upload",
                        config.uploadMethod(),
                        uri("assets.upload", GenericPath.UPLOAD, id, ""),
                        effect)
                .body(new HttpBody.Stream(type, content.length(), content.isRepeatable(), content::open))
                .build());
    }

    @Override
    public InputStream open(String id, String version) {
        return channel.send(content(id, version).streamed().build()).stream();
    }

    @Override
    public long download(String id, String version, Path target) throws IOException {
        return channel.download(content(id, version).build(), target);
    }

    private HttpCall.Builder content(String id, String version) {
        return HttpCall.get("assets.content", uri("assets.content", GenericPath.CONTENT, id, version))
                .header("Accept", "*/*");
    }

    @Override
    public void delete(String id) {
        channel.send(HttpCall.delete("assets.delete", uri("assets.delete", GenericPath.DELETE, id, ""))
                .build());
    }

    private @Nullable Object item(HttpCall call) {
        HttpReply reply = channel.send(call);
        if (reply.body().length == 0) {
            return null;
        }
        Object found = config.item().in(channel.decode(call, reply, Json::decodePlain));
        return found == JsonPointer.MISSING ? null : found;
    }

    private URI uri(String operation, GenericPath path, String id, String version) {
        Map<String, String> places = Map.of(GenericPath.ID, id, GenericPath.VERSION, version);
        return RequestUri.of(config.options().endpoint())
                .at(path(operation, path, places))
                .build();
    }

    private String path(String operation, GenericPath path, Map<String, String> places) {
        PathTemplate template = config.paths().get(path);
        if (template == null) {
            throw NotOffered.by(config.system(), operation, "no path \"" + path.word() + "\" is configured");
        }
        return template.filled(places);
    }

    @Override
    public void close() {
        channel.close();
        tokens.close();
    }

    /** Names the address; no secrets. */
    @Override
    public String toString() {
        return "GenericClient[" + config + "]";
    }
}
