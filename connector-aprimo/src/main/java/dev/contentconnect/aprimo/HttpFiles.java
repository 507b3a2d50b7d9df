package dev.contentconnect.aprimo;

import dev.contentconnect.aprimo.api.Files;
import dev.contentconnect.aprimo.api.Select;
import dev.contentconnect.aprimo.wire.WireFile;
import dev.contentconnect.aprimo.wire.WireFileVersion;
import dev.contentconnect.aprimo.wire.WireRendition;
import dev.contentconnect.core.http.Effect;
import dev.contentconnect.core.http.HttpCall;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Files over HTTP. Bytes move over the channel without a token. */
record HttpFiles(AprimoHttp http) implements Files {
    @Override
    public WireFile file(String id) {
        return http.get("files.file", http.core("file", id).build(), Select.NOTHING, WireFile.class);
    }

    @Override
    public List<WireFileVersion> versions(String file, Select select) {
        return http.items(
                "files.versions", http.core("file", file, "fileversions").build(), select, WireFileVersion.class);
    }

    @Override
    public WireFileVersion version(String id, Select select) {
        return http.get("files.version", http.core("fileversion", id).build(), select, WireFileVersion.class);
    }

    @Override
    public List<WireRendition> renditions(String version, Select select) {
        return http.items(
                "files.renditions",
                http.core("fileversion", version, "renditions").build(),
                select,
                WireRendition.class);
    }

    @Override
    public void checkOut(String file) {
        URI uri = http.core("file", file, "checkouts").build();
        http.send(HttpCall.of("files.checkOut", "POST", uri, Effect.UNSAFE).json(Map.of()));
    }

    @Override
    public void checkIn(String file) {
        http.delete("files.checkIn", http.core("file", file, "checkouts"));
    }

    @Override
    public InputStream open(URI address) {
        return http.signed().send(content(address).streamed().build()).stream();
    }

    @Override
    public long download(URI address, Path target) throws IOException {
        return http.signed().download(content(address).build(), target);
    }

    private static HttpCall.Builder content(URI address) {
        return HttpCall.get("files.content", address).header("Accept", "*/*");
    }
}
