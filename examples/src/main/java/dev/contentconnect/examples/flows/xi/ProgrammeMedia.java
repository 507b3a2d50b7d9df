package dev.contentconnect.examples.flows.xi;

import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.AssetVersion;
import dev.contentconnect.core.model.Link;
import dev.contentconnect.core.model.RightsRecord;
import dev.contentconnect.core.model.Segment;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.model.Use;
import dev.contentconnect.core.spi.Connector;
import dev.contentconnect.core.spi.RightsReader;
import java.net.URI;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** The media side of {@link EventProgramme}. Every method may be repeated. */
final class ProgrammeMedia {
    private final MediaLibrary library;
    private final RightsReader rights;
    private final ProgrammeFields fields;

    ProgrammeMedia(Connector library, ProgrammeFields fields, Function<SourceRef, URI> pages) {
        this.library = MediaLibrary.silent(library, pages);
        this.rights = library.require(RightsReader.class);
        this.fields = fields;
    }

    /** An asset of a programme, in its current version. */
    record Medium(Asset asset, String version) {}

    /**
     * What names the programme, in the order of its identities. The index is behind at times, and may leave out what is
     * linked already, so that is looked at too, and each is read.
     */
    List<Medium> of(Programme programme, Collection<SourceRef> linked) {
        Segment named = new Segment(fields.event(), programme.key());
        Set<SourceRef> all = new TreeSet<>(linked);
        all.addAll(library.naming(named));
        List<Medium> out = new ArrayList<>();
        all.forEach(ref -> library.find(ref)
                .filter(one -> one.segments().contains(named))
                .ifPresent(one -> out.add(new Medium(one, version(one)))));
        return out;
    }

    private static String version(Asset asset) {
        AssetVersion current = asset.currentVersion();
        return current == null ? "none" : MediaLibrary.name(current);
    }

    Link link(Asset asset) {
        return library.link(asset);
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

    private void clear(Programme programme, Asset asset, boolean cleared) {
        if (isCleared(programme, asset) != cleared) {
            mark(programme, asset.ref(), cleared);
        }
    }

    /**
     * Takes the mark off an asset that names the programme no longer.
     *
     * @return whether it had one; an asset that is gone has none
     */
    boolean unmark(Programme programme, SourceRef asset) {
        boolean marked =
                library.find(asset).filter(one -> isCleared(programme, one)).isPresent();
        if (marked) {
            mark(programme, asset, false);
        }
        return marked;
    }

    private boolean isCleared(Programme programme, Asset asset) {
        return MediaLibrary.values(asset, fields.cleared()).contains(programme.key());
    }

    /** Other programmes write the same list, and the library has no lock: it is read once more, right before. */
    private void mark(Programme programme, SourceRef asset, boolean cleared) {
        library.find(asset).ifPresent(now -> {
            List<String> wanted = new ArrayList<>(MediaLibrary.values(now, fields.cleared()));
            wanted.removeAll(List.of(programme.key()));
            if (cleared) {
                wanted.add(programme.key());
            }
            library.write(now, Map.of(fields.cleared(), wanted));
        });
    }
}
