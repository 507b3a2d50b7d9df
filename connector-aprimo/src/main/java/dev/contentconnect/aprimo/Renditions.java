package dev.contentconnect.aprimo;

import static dev.contentconnect.aprimo.AprimoConnector.REFUSED;

import dev.contentconnect.aprimo.api.Select;
import dev.contentconnect.aprimo.map.FieldValues;
import dev.contentconnect.aprimo.wire.WireFileVersion;
import dev.contentconnect.aprimo.wire.WireImage;
import dev.contentconnect.aprimo.wire.WireItems;
import dev.contentconnect.aprimo.wire.WirePublicLink;
import dev.contentconnect.aprimo.wire.WireRecord;
import dev.contentconnect.aprimo.wire.WireRendition;
import dev.contentconnect.core.http.RequestUri;
import dev.contentconnect.core.model.Rendition;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Preview and thumbnail of a record, renditions and published links of its latest version. */
record Renditions(Library library) {
    private static final String CONTENT = "assets.content";
    private static final String PREVIEW = "preview";
    private static final String THUMBNAIL = "thumbnail";
    private static final Select ALL = Select.record("masterfilelatestversion", PREVIEW, THUMBNAIL)
            .and("fileversion", "renditions", "publiclinks")
            .and("rendition", "uri", "publisheduri", "publiclinks");

    /** One of them: as it is told, and the address behind it, which is not told where it expires. */
    private record Found(Rendition rendition, @Nullable String address) {}

    List<Rendition> of(String record) {
        return all(record).stream().map(Found::rendition).toList();
    }

    AprimoContent content(String record, String id) {
        Rendition wanted = find(record, id).rendition();
        Long size = wanted.sizeBytes();
        return new AprimoContent(library.client.files(), () -> address(record, id), null, size == null ? -1 : size);
    }

    private URI address(String record, String id) {
        String text = find(record, id).address();
        if (text == null) {
            throw REFUSED.notFound(CONTENT, "rendition " + id + " has no address");
        }
        try {
            return RequestUri.lenient(library.config.options().endpoint(), text);
        } catch (IllegalArgumentException e) {
            throw REFUSED.undecodable(CONTENT, "the address of rendition " + id + " is none");
        }
    }

    private Found find(String record, String id) {
        return all(record).stream()
                .filter(one -> one.rendition().id().equals(id))
                .findFirst()
                .orElseThrow(() -> REFUSED.notFound(CONTENT, "record " + record + " has no rendition " + id));
    }

    private List<Found> all(String record) {
        WireRecord in = library.client.records().get(record, ALL);
        List<Found> out = new ArrayList<>();
        image(out, PREVIEW, in.preview());
        image(out, THUMBNAIL, in.thumbnail());
        WireFileVersion version = in.masterFileLatestVersion();
        if (version != null) {
            for (WireRendition one : items(version.renditions())) {
                rendition(out, one);
                items(one.publicLinks()).forEach(link -> link(out, link));
            }
            items(version.publicLinks()).forEach(link -> link(out, link));
        }
        return out;
    }

    private static <T> List<T> items(@Nullable WireItems<T> in) {
        return in == null ? List.of() : in.items();
    }

    private static void image(List<Found> out, String name, @Nullable WireImage in) {
        if (in != null && in.uri() != null) {
            Long size = in.size() == null || in.size() < 0 ? null : in.size();
            out.add(new Found(new Rendition(name, name, null, in.width(), in.height(), size, null), in.uri()));
        }
    }

    private static void rendition(List<Found> out, WireRendition in) {
        if (in.id() != null && !in.id().isBlank()) {
            String purpose = in.name() == null || in.name().isBlank() ? "rendition" : in.name();
            out.add(new Found(
                    new Rendition(FieldValues.id(in.id()), purpose, null, in.width(), in.height(), null, null),
                    in.uri() != null ? in.uri() : in.publishedUri()));
        }
    }

    /** Links that are not published lead nowhere; a link of a rendition may be told twice. */
    private static void link(List<Found> out, WirePublicLink in) {
        boolean published = "Published".equalsIgnoreCase(in.status());
        if (!published || in.id() == null || in.id().isBlank() || in.uri() == null) {
            return;
        }
        String id = FieldValues.id(in.id());
        if (out.stream().anyMatch(one -> one.rendition().id().equals(id))) {
            return;
        }
        String purpose = in.renditionName() == null || in.renditionName().isBlank() ? "public" : in.renditionName();
        Long size = in.fileSize() == null || in.fileSize() < 0 ? null : in.fileSize();
        out.add(new Found(new Rendition(id, purpose, null, null, null, size, PublicAddresses.uri(in.uri())), in.uri()));
    }
}
