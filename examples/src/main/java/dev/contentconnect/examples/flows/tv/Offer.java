package dev.contentconnect.examples.flows.tv;

import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.AssetVersion;
import dev.contentconnect.core.model.Extensions;
import dev.contentconnect.core.model.Partner;
import dev.contentconnect.core.model.Publication;
import dev.contentconnect.core.model.SourceRef;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the library offers of an asset: the version that came out last, with all publications that brought it out.
 *
 * @param asset as the library has it
 * @param version the version that is out
 * @param publications that hold this version, the latest last; empty for a version that is not out
 */
record Offer(Asset asset, AssetVersion version, List<Publication> publications) {

    Offer {
        publications = List.copyOf(publications);
    }

    SourceRef ref() {
        return asset.ref();
    }

    String title() {
        return Objects.requireNonNullElse(asset.title(), asset.ref().id());
    }

    /** What people call the version that is out. */
    String label() {
        return label(version);
    }

    /** What people call a version. */
    static String label(AssetVersion version) {
        Integer number = version.number();
        return number == null ? version.id() : number.toString();
    }

    Publication latest() {
        return publications.get(publications.size() - 1);
    }

    /** Whether a partner belongs to the audience of a publication. */
    boolean isFor(Partner partner) {
        return publications.stream()
                .anyMatch(
                        one -> !PartnerAudience.shared(partner, one.audience()).isEmpty());
    }

    /** The same by some of its publications. */
    Offer by(List<Publication> some) {
        return new Offer(asset, version, some);
    }

    /** What whoever published it last told the audience. */
    @Nullable String guidance() {
        return guidance(latest());
    }

    /** What whoever published it told the audience. */
    @Nullable String guidance(Publication publication) {
        return text(publication.extensions(), "note");
    }

    /** Where the audience finds it: its publication, else the file. */
    Optional<URI> access() {
        URI page = latest().uri();
        String file = text(asset.extensions(), "source_url");
        return Optional.ofNullable(page != null || file == null ? page : URI.create(file));
    }

    private @Nullable String text(Extensions extensions, String name) {
        Map<String, @Nullable Object> own = extensions.get(asset.ref().system());
        return own.get(name) instanceof String text && !text.isBlank() ? text : null;
    }
}
