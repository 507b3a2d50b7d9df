package dev.contentconnect.examples.flows.wv;

import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.AssetKind;
import dev.contentconnect.core.model.AssetVersion;
import dev.contentconnect.core.model.Checksum;
import dev.contentconnect.core.model.ReleaseState;
import dev.contentconnect.core.model.RightsDimension;
import dev.contentconnect.core.model.RightsGrant;
import dev.contentconnect.core.model.RightsRecord;
import dev.contentconnect.core.model.RightsStatus;
import dev.contentconnect.core.model.Segment;
import dev.contentconnect.core.model.SegmentKind;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.model.Terms;
import dev.contentconnect.core.model.Territories;
import dev.contentconnect.core.model.Validity;
import dev.contentconnect.core.spi.Content;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** Packages of two files for Germany and Austria, on the web, by one agency. */
final class Packages {
    static final Instant EXPIRY = Instant.parse("2027-01-01T00:00:00Z");
    static final List<Segment> AUDIENCE = List.of(
            Segment.region("DE"),
            Segment.region("AT"),
            Segment.channel("web"),
            new Segment(SegmentKind.AGENCY, "Quillfeather"));

    private final Path folder;

    Packages(Path folder) {
        this.folder = folder;
    }

    ContentPackage version(String version) {
        return of(version, granted("DE", "AT"));
    }

    ContentPackage of(String version, RightsRecord.Builder... rights) {
        List<PackageItem> items =
                List.of(item(version, "hero.txt", rights[0]), item(version, "chart.txt", rights[rights.length - 1]));
        return new ContentPackage("spring", version, "Spring launch", items, AUDIENCE, null);
    }

    /** A package of its own with one file of its own. */
    ContentPackage single(String id) {
        return single(id, "1");
    }

    ContentPackage single(String id, String version) {
        return of(id, version, "hero.txt", granted("DE", "AT"));
    }

    ContentPackage single(String id, RightsRecord.Builder rights) {
        return of(id, "1", "hero.txt", rights);
    }

    /** One whose file has a name that not every system takes. */
    ContentPackage named(String id, String file) {
        return of(id, "1", file, granted("DE", "AT"));
    }

    private ContentPackage of(String id, String version, String file, RightsRecord.Builder rights) {
        PackageItem item = item(version, file, SourceRef.of("files", id), rights);
        return new ContentPackage(id, version, "Launch " + id, List.of(item), AUDIENCE, null);
    }

    static RightsRecord.Builder granted(String... countries) {
        SourceRef nobody = SourceRef.of("files", "none");
        return RightsRecord.builder(nobody, nobody)
                .status(RightsStatus.RESTRICTED)
                .holder("Studio Quillfeather")
                .modelRelease(ReleaseState.NOT_REQUIRED)
                .propertyRelease(ReleaseState.NOT_REQUIRED)
                .grants(List.of(RightsGrant.of(
                        Territories.of(countries),
                        Map.of(RightsDimension.CHANNEL, Terms.of("web")),
                        new Validity(null, EXPIRY))));
    }

    private PackageItem item(String version, String name, RightsRecord.Builder rights) {
        return item(version, name, SourceRef.of("files", name), rights);
    }

    private PackageItem item(String version, String name, SourceRef ref, RightsRecord.Builder rights) {
        byte[] bytes = (name + " " + version).getBytes(StandardCharsets.UTF_8);
        Asset asset = Asset.builder(ref)
                .title("Title of " + name)
                .kind(AssetKind.DOCUMENT)
                .tags(List.of("spring"))
                .currentVersion(new AssetVersion(
                        "1", null, name, "text/plain", (long) bytes.length, checksum(bytes), null, null, null))
                .build();
        RightsRecord own = rights.build().toBuilder(ref).build();
        try {
            Path file =
                    Files.write(Files.createDirectories(folder.resolve(version)).resolve(name), bytes);
            return new PackageItem(asset, own, Content.of(file, "text/plain"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void overwrite(String version, String name) {
        try {
            Files.writeString(folder.resolve(version).resolve(name), "something else");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Checksum checksum(byte[] bytes) {
        try {
            return Checksum.sha256(HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
