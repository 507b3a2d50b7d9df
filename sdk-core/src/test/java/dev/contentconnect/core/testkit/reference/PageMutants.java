package dev.contentconnect.core.testkit.reference;

import dev.contentconnect.core.error.ConnectorError;
import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.Trace;
import dev.contentconnect.core.http.Effect;
import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.AssetVersion;
import dev.contentconnect.core.page.Page;
import dev.contentconnect.core.page.Paged;
import dev.contentconnect.core.spi.AssetDraft;
import dev.contentconnect.core.spi.AssetReader;
import dev.contentconnect.core.spi.AssetWriter;
import dev.contentconnect.core.spi.Content;
import dev.contentconnect.core.testkit.Wiring;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;

/** Mistakes with pages and with bytes. */
final class PageMutants {
    private static final String BAD_ITEM = "Paging.givesTheGoodItemsOfAPageAndAnIssueForABadOne";

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
                    "takes content of unknown length",
                    "Assets.refusesContentOfUnknownLengthBeforeAnythingIsMade",
                    AssetWriter.class,
                    "create",
                    (real, args) -> {
                        AssetDraft draft = (AssetDraft) args[0];
                        Content given = draft.content();
                        if (given == null || given.length() >= 0) {
                            return real.call(args);
                        }
                        byte[] all = {1};
                        Content whole = Content.of(new ByteArrayInputStream(all), all.length, null, null);
                        return real.call(new AssetDraft(draft.key(), draft.metadata(), whole));
                    }),
            Mutant.listing(
                    "keeps quiet about a bad item",
                    BAD_ITEM,
                    list -> changing(list, page -> new Page<>(page.items(), page.next(), page.total(), List.of()))),
            Mutant.listing("gives up a page for one bad item", BAD_ITEM, list -> changing(list, PageMutants::strict)),
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

    private static <T> Page<T> strict(Page<T> page) {
        if (page.issues().isEmpty()) {
            return page;
        }
        throw new ConnectorException(
                new ConnectorError.Undecodable(Trace.local(ReferenceConnector.SYSTEM, "assets.query", "bad item")));
    }

    private static <T> Paged<T> changing(Paged<T> list, UnaryOperator<Page<T>> change) {
        return Paged.of(
                ReferenceConnector.SYSTEM,
                "assets.query",
                cursor ->
                        change.apply(list.startingAt(cursor).pages().iterator().next()));
    }
}
