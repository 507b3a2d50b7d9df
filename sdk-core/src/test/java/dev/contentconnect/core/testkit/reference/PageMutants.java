package dev.contentconnect.core.testkit.reference;

import dev.contentconnect.core.http.Effect;
import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.AssetVersion;
import dev.contentconnect.core.spi.AssetReader;
import dev.contentconnect.core.spi.AssetWriter;
import dev.contentconnect.core.spi.Content;
import dev.contentconnect.core.testkit.Wiring;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Mistakes with pages and with bytes. */
final class PageMutants {
    static final List<Mutant> ALL = List.of(
            Mutant.configured(
                    "does not ask again for a page",
                    "Paging.readsOnAfterAPassingOutage",
                    config -> config.stepPerCall((call, next) -> next.proceed(
                            call.operation().equals("assets.query")
                                    ? call.toBuilder().effect(Effect.UNSAFE).build()
                                    : call))),
            Mutant.configured(
                    "asks for a larger page than there is",
                    "Queries.asksForAssetsByEveryPartThatItDoesNotRefuse",
                    config -> config.pageSize(1_000)),
            Mutant.doing(
                    "leaves half a file",
                    "Assets.leavesNoHalfFileWhereACopyBreaksOff(java.nio.file.Path)",
                    AssetReader.class,
                    "content",
                    (real, args) -> Mutant.between(Content.class, real.call(args), "copyTo", (content, to) -> {
                        Files.writeString((Path) to[0], "half");
                        return content.call(to);
                    })),
            Mutant.doing(
                    "is off by one in the length of bytes",
                    "Assets.handsOutTheBytesOfTheCurrentVersion(java.nio.file.Path)",
                    AssetReader.class,
                    "content",
                    (real, args) -> Mutant.between(
                            Content.class, real.call(args), "length", (content, none) -> (long) content.call() + 1)),
            Mutant.doing(
                    "takes bytes for an answer in memory",
                    "Assets.carriesFilesThatAreLargerThanAnyAnswerInMemory",
                    AssetReader.class,
                    "content",
                    (real, args) -> Mutant.between(Content.class, real.call(args), "open", (content, none) -> {
                        try (InputStream in = (InputStream) content.call()) {
                            return new ByteArrayInputStream(in.readNBytes(Wiring.MAX_RESPONSE_BYTES));
                        }
                    })),
            Mutant.doing(
                    "calls a file as it likes",
                    "Assets.keepsNameTypeAndSizeOfAFileOrSaysThatItDoesNotKnowThem",
                    AssetWriter.class,
                    "create",
                    (real, args) -> {
                        Asset made = (Asset) real.call(args);
                        AssetVersion version = new AssetVersion("1", 1, "file", null, null, null, null, null, null);
                        return made.toBuilder().currentVersion(version).build();
                    }));

    private PageMutants() {}
}
