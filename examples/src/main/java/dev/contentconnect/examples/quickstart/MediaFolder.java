package dev.contentconnect.examples.quickstart;

import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.Content;
import dev.contentconnect.examples.flows.wv.ContentPackage;
import dev.contentconnect.examples.flows.wv.PackageItem;
import dev.contentconnect.examples.media.CanonicalMedia;
import dev.contentconnect.examples.media.EmbeddedMetadata;
import dev.contentconnect.examples.media.EmbeddedMetadataReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystemAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Makes content packages out of the shipped media files. */
final class MediaFolder {
    private final Path root;
    private final EmbeddedMetadataReader reader = new EmbeddedMetadataReader();

    MediaFolder(Path root) {
        this.root = root;
    }

    /** The folder beside the classes, or inside the jar they came in. */
    static MediaFolder shipped() {
        URL url =
                Objects.requireNonNull(MediaFolder.class.getResource("/media"), "the media are not on the class path");
        try {
            URI uri = url.toURI();
            return new MediaFolder("jar".equals(uri.getScheme()) ? inside(uri) : Path.of(uri));
        } catch (URISyntaxException | IOException e) {
            throw new IllegalStateException(url.toString(), e);
        }
    }

    /** The open jar stays open: there is one for each process, and content is read from it until the end. */
    private static Path inside(URI uri) throws IOException {
        try {
            return FileSystems.newFileSystem(uri, Map.of()).getPath("/media");
        } catch (FileSystemAlreadyExistsException e) {
            return Path.of(uri);
        }
    }

    ContentPackage read(Launch launch) {
        List<PackageItem> items =
                launch.files().stream().map(file -> item(launch.folder(), file)).toList();
        return new ContentPackage(launch.id(), "1", launch.title(), items, launch.audience(), null);
    }

    private PackageItem item(String folder, String file) {
        Path path = root.resolve(folder).resolve(file);
        EmbeddedMetadata metadata =
                reader.read(path).getOrElseThrow(problem -> new IllegalArgumentException(problem.toString()));
        CanonicalMedia media = CanonicalMedia.of(SourceRef.of("files", folder + "/" + file), metadata);
        try {
            Content content = Content.of(path, metadata.file().type().mimeType());
            return new PackageItem(media.asset(), media.rights(), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
