package dev.contentconnect.examples.flows.xi;

import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.AssetVersion;
import dev.contentconnect.core.model.Link;
import dev.contentconnect.core.model.RightsRecord;
import dev.contentconnect.core.model.Segment;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.model.Use;
import dev.contentconnect.core.spi.AssetQuery;
import dev.contentconnect.core.spi.AssetReader;
import dev.contentconnect.core.spi.Connector;
import dev.contentconnect.core.spi.RightsReader;
import java.net.URI;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The media side of {@link EventProgramme}. Every method may be repeated. */
final class ProgrammeMedia {
    private final MediaLibrary library;
    private final AssetReader reader;
    private final RightsReader rights;
    private final ProgrammeFields fields;

    ProgrammeMedia(Connector library, ProgrammeFields fields, Function<SourceRef, URI> pages) {
        this.library = new MediaLibrary(library, pages);
        this.reader = library.require(AssetReader.class);
        this.rights = library.require(RightsReader.class);
        this.fields = fields;
    }

    /** An asset of a programme, in its current version. */
    record Medium(Asset asset, String version) {}

    /** What names the programme, in the order of its identities; the list may be behind, so each is read. */
    List<Medium> of(Programme programme) {
        Segment named = new Segment(fields.event(), programme.key());
        List<Medium> out = new ArrayList<>();
        reader.query(AssetQuery.ALL.withSegments(List.of(named))).stream()
                .map(Asset::ref)
                .sorted()
                .forEach(ref -> library.find(ref)
                        .filter(one -> one.segments().contains(named))
                        .ifPresent(one -> out.add(new Medium(one, version(one)))));
        return out;
    }

    private static String version(Asset asset) {
        AssetVersion current = asset.currentVersion();
        return current == null ? "none" : MediaLibrary.name(current);
    }

    boolean owns(Link link) {
        return library.owns(link.target());
    }

    Link link(Asset asset) {
        return library.link(asset);
    }

    Optional<Asset> find(SourceRef asset) {
        return library.find(asset);
    }

    /** Why the media cannot go out as planned. */
    List<String> objections(Programme programme, List<Medium> media) {
        Set<String> out = new LinkedHashSet<>();
        if (media.isEmpty()) {
            out.add("media");
        }
        for (Medium one : media) {
            SourceRef asset = one.asset().ref();
            String title = MediaLibrary.title(one.asset());
            if (one.asset().currentVersion() == null) {
                out.add("content of " + title);
            }
            RightsRecord known = rights.rights(asset);
            for (Use use : uses(programme)) {
                known.permits(use).reasons().forEach(reason -> out.add("rights of " + title + ": " + reason));
            }
        }
        return List.copyOf(out);
    }

    private static List<Use> uses(Programme programme) {
        List<Use> out = new ArrayList<>();
        for (Programme.Slot slot : programme.schedule()) {
            Use use =
                    Use.at(slot.day().atStartOfDay(ZoneOffset.UTC).toInstant()).channel(slot.channel());
            if (programme.territories().isEmpty()) {
                out.add(use);
            }
            programme.territories().forEach(territory -> out.add(use.in(territory)));
        }
        return out;
    }

    /** Marks media as cleared for the programme, or as not. */
    void clear(Programme programme, List<Medium> media, boolean cleared) {
        media.forEach(one -> clear(programme, one.asset(), cleared));
    }

    void clear(Programme programme, Asset asset, boolean cleared) {
        List<String> wanted = new ArrayList<>(MediaLibrary.values(asset, fields.cleared()));
        wanted.remove(programme.key());
        if (cleared) {
            wanted.add(programme.key());
        }
        if (cleared != MediaLibrary.values(asset, fields.cleared()).contains(programme.key())) {
            library.write(asset, Map.of(fields.cleared(), wanted));
        }
    }
}
