package dev.contentconnect.iconik;

import static dev.contentconnect.iconik.IconikConnector.REFUSED;

import dev.contentconnect.core.http.RequestUri;
import dev.contentconnect.core.model.Rendition;
import dev.contentconnect.core.spi.Content;
import dev.contentconnect.iconik.wire.WireKeyframe;
import dev.contentconnect.iconik.wire.WireProxy;
import dev.contentconnect.iconik.wire.WireResolution;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Proxies and stills. Their addresses are signed anew each time, so they are not handed out. */
record Renditions(Library library) {
    private static final Map<String, String> TYPES = Map.of(
            "mp4", "video/mp4",
            "webm", "video/webm",
            "mp3", "audio/mpeg",
            "jpg", "image/jpeg",
            "jpeg", "image/jpeg",
            "png", "image/png",
            "webp", "image/webp",
            "pdf", "application/pdf");

    /** What both kinds have. */
    private record Derived(
            String id,
            String purpose,
            @Nullable String fileName,
            @Nullable String format,
            @Nullable Long size,
            @Nullable WireResolution resolution,
            @Nullable String url) {
        Rendition toRendition() {
            return new Rendition(
                    id,
                    purpose,
                    mediaType(),
                    resolution == null ? null : resolution.width(),
                    resolution == null ? null : resolution.height(),
                    size == null || size < 0 ? null : size,
                    null);
        }

        @Nullable String mediaType() {
            String word = format != null && !format.isBlank()
                    ? format
                    : fileName == null ? "" : fileName.substring(fileName.lastIndexOf('.') + 1);
            return TYPES.get(word.strip().toLowerCase(Locale.ROOT));
        }
    }

    List<Rendition> of(String asset, @Nullable String version) {
        return all(asset, version).stream().map(Derived::toRendition).toList();
    }

    private List<Derived> all(String asset, @Nullable String version) {
        List<Derived> out = new ArrayList<>();
        for (WireProxy one : library.client.files().proxies(asset, version)) {
            if (one.id() != null && !one.id().isBlank()) {
                out.add(new Derived(
                        one.id(), "proxy", one.filename(), one.format(), one.size(), one.resolution(), one.url()));
            }
        }
        for (WireKeyframe one : library.client.files().keyframes(asset, version)) {
            if (one.id() != null && !one.id().isBlank()) {
                String purpose = one.type() == null || one.type().isBlank()
                        ? "keyframe"
                        : one.type().toLowerCase(Locale.ROOT);
                out.add(new Derived(
                        one.id(), purpose, one.filename(), one.format(), one.size(), one.resolution(), one.url()));
            }
        }
        return out;
    }

    Content content(String asset, @Nullable String version, String id) {
        Derived found = find(asset, version, id);
        return new IconikContent(
                library.client.files(),
                () -> address(find(asset, version, id)),
                found.fileName(),
                found.mediaType(),
                found.size() == null ? -1 : found.size());
    }

    private Derived find(String asset, @Nullable String version, String id) {
        return all(asset, version).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> REFUSED.notFound("assets.content", "no rendition " + id));
    }

    private URI address(Derived found) {
        if (found.url() == null || found.url().isBlank()) {
            throw REFUSED.notFound("assets.content", "rendition " + found.id() + " has no bytes yet");
        }
        try {
            return RequestUri.lenient(library.config.options().endpoint(), found.url());
        } catch (IllegalArgumentException e) {
            throw REFUSED.undecodable("assets.content", "the address of rendition " + found.id() + " is none");
        }
    }
}
