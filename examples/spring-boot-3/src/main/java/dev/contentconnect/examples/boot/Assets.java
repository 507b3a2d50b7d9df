package dev.contentconnect.examples.boot;

import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.AssetQuery;
import dev.contentconnect.core.spi.AssetReader;
import dev.contentconnect.core.spi.Content;
import java.util.List;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Lists assets and hands out their bytes. */
@RestController
class Assets {
    private static final int MOST = 50;

    private final AssetReader assets;

    Assets(AssetReader assets) {
        this.assets = assets;
    }

    /** What a list shows of an asset. */
    record Line(String ref, String title) {}

    @GetMapping("/assets")
    List<Line> list() {
        return assets.query(AssetQuery.ALL).stream()
                .limit(MOST)
                .map(asset -> new Line(asset.ref().toString(), asset.title()))
                .toList();
    }

    /** Memory stays flat: bytes go from socket to socket. */
    @GetMapping("/assets/{id}/content")
    ResponseEntity<StreamingResponseBody> content(@PathVariable("id") String id) {
        Content content = assets.content(SourceRef.of("iconik", id), null, null);
        String name = content.fileName() == null ? id : content.fileName();
        StreamingResponseBody body = out -> {
            try (var in = content.open()) {
                in.transferTo(out);
            }
        };
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(body);
    }
}
