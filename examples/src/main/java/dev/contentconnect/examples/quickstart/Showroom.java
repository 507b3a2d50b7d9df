package dev.contentconnect.examples.quickstart;

import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.Publication;
import dev.contentconnect.core.model.RightsRecord;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.AssetReader;
import dev.contentconnect.core.spi.CommentThread;
import dev.contentconnect.core.spi.Connector;
import dev.contentconnect.core.spi.RightsReader;
import dev.contentconnect.examples.flows.wv.ContentPackage;
import dev.contentconnect.examples.flows.wv.PackageItem;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.stream.Collectors;

/** Reads in the target system what really arrived there. */
final class Showroom {
    private final Connector target;
    private final AssetReader reader;
    private final RightsReader rights;
    private final Narrator narrator;

    Showroom(Connector target, Narrator narrator) {
        this.target = target;
        this.reader = target.require(AssetReader.class);
        this.rights = target.require(RightsReader.class);
        this.narrator = narrator;
    }

    void show(Publication publication) {
        String audience = publication.audience().stream()
                .map(segment -> segment.kind() + " " + segment.value())
                .collect(Collectors.joining(", "));
        narrator.say("published  as " + publication.ref() + " for " + audience);
        for (SourceRef ref : publication.assets()) {
            Asset asset = reader.get(ref);
            RightsRecord allowed = rights.rights(ref);
            narrator.say(
                    "           " + ref + " \"" + asset.title() + "\", " + bytes(ref) + " bytes, " + asset.status());
            narrator.say("           rights " + allowed.status() + ", held by " + allowed.holder());
        }
    }

    void showRefusal(ContentPackage content) {
        for (PackageItem item : content.items()) {
            Asset asset = reader.findByKey(item.asset().ref().toString()).orElseThrow();
            narrator.say("on record  " + asset.ref() + ", " + asset.status() + ", " + bytes(asset) + ": "
                    + comments(asset.ref()));
        }
    }

    private String bytes(Asset asset) {
        return asset.currentVersion() == null ? "no bytes" : bytes(asset.ref()) + " bytes";
    }

    private long bytes(SourceRef asset) {
        try (InputStream in = reader.content(asset, null, null).open()) {
            return in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String comments(SourceRef asset) {
        return target.find(CommentThread.class)
                .map(thread -> thread.comments(asset).stream()
                        .map(comment -> "\"" + comment.text() + "\"")
                        .collect(Collectors.joining(", ")))
                .orElse("no comments here");
    }
}
