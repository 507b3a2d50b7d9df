package dev.contentconnect.examples.flows.xi;

import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.AssetStatus;
import dev.contentconnect.core.model.AssetVersion;
import dev.contentconnect.core.model.Extensions;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.AssetDraft;
import dev.contentconnect.core.spi.AssetReader;
import dev.contentconnect.core.spi.AssetWriter;
import dev.contentconnect.core.spi.Connector;
import dev.contentconnect.core.state.StateLink;
import dev.contentconnect.examples.flows.Fingerprint;
import dev.contentconnect.examples.flows.FlowTrail;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Assets of a library as records in another system: a title, an address, a version and a status, and no bytes. There is one
 * record for each asset, whichever flows and workspaces need it; its key is the identity of the asset. Every method may be
 * repeated from its beginning.
 */
final class AssetRecords {
    private static final String RECORD = "record";
    private static final String ASSET = "asset";
    private static final String BETWEEN = "\n";

    private final String system;
    private final AssetReader reader;
    private final AssetWriter writer;
    private final Function<SourceRef, URI> pages;
    private final FlowTrail trail;

    /**
     * Makes it. Never touches the network.
     *
     * @param archive where the records are; offers {@code AssetReader} and {@code AssetWriter}, which makes assets without
     *     bytes out of an address
     * @param pages where people look at an asset of the library
     * @param trail remembers which record is which
     */
    AssetRecords(Connector archive, Function<SourceRef, URI> pages, FlowTrail trail) {
        this.system = archive.system();
        this.reader = archive.require(AssetReader.class);
        this.writer = archive.require(AssetWriter.class);
        this.pages = pages;
        this.trail = trail;
    }

    /**
     * Brings the record of an asset up to date, or makes it.
     *
     * @param asset as the library has it
     * @param standing what is to be known of it: approved, rejected, in review, blocked or draft
     * @return the identity of the record
     */
    SourceRef keep(Asset asset, AssetStatus standing) {
        Optional<Asset> there = find(asset.ref());
        Asset record = there.isPresent()
                ? there.get()
                : writer.create(new AssetDraft(key(asset.ref()), wanted(asset.ref(), asset, standing), null));
        String note = record.ref() + BETWEEN + print(asset, standing);
        boolean told = trail.noted(asset.ref(), RECORD)
                .filter(last -> note.equals(last.fingerprint()))
                .isPresent();
        if (!told || !record.status().equals(standing)) {
            writer.update(wanted(record.ref(), asset, standing));
            trail.note(record.ref(), ASSET, asset.ref(), null);
            trail.note(asset.ref(), RECORD, asset.ref(), note);
        }
        return record.ref();
    }

    /** Marks the record of an asset that is gone from the library; there may be none. */
    void mark(SourceRef asset, AssetStatus standing) {
        find(asset)
                .filter(record -> !record.status().equals(standing))
                .ifPresent(record -> writer.update(
                        Asset.builder(record.ref()).status(standing).build()));
    }

    /** The record of an asset. */
    Optional<Asset> find(SourceRef asset) {
        return trail.noted(asset, RECORD)
                .flatMap(note -> NotThere.asEmpty(() -> reader.get(ref(note))))
                .or(() -> reader.findByKey(key(asset)));
    }

    /** The asset of a record, or nothing where it is something else. */
    Optional<SourceRef> assetOf(SourceRef record) {
        return trail.noted(record, ASSET)
                .map(note -> note.to())
                .or(() -> NotThere.asEmpty(() -> reader.get(record)).flatMap(one -> parse(one.key())));
    }

    /** There may have been another record before. */
    private static SourceRef ref(StateLink note) {
        String text = Objects.requireNonNull(note.fingerprint());
        return SourceRef.parse(text.substring(0, text.indexOf(BETWEEN)));
    }

    private Asset wanted(SourceRef ref, Asset asset, AssetStatus standing) {
        return Asset.builder(ref)
                .title(MediaLibrary.title(asset))
                .description(version(asset))
                .status(standing)
                .market(asset.market())
                .language(asset.language())
                .extensions(Extensions.of(
                        system, Map.of("url", pages.apply(asset.ref()).toString())))
                .build();
    }

    private String print(Asset asset, AssetStatus standing) {
        return Fingerprint.of(
                MediaLibrary.title(asset),
                version(asset),
                standing.value(),
                String.valueOf(asset.market()),
                String.valueOf(asset.language()),
                pages.apply(asset.ref()).toString());
    }

    private static String version(Asset asset) {
        AssetVersion current = asset.currentVersion();
        return current == null ? "No version yet" : "Version " + MediaLibrary.name(current);
    }

    private static String key(SourceRef asset) {
        return asset.toString();
    }

    /** The asset that the key of a record names. */
    static Optional<SourceRef> parse(@Nullable String key) {
        try {
            return key == null ? Optional.empty() : Optional.of(SourceRef.parse(key));
        } catch (IllegalArgumentException somebodyElses) {
            return Optional.empty();
        }
    }
}
