package dev.contentconnect.core.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.contentconnect.core.error.ConnectorError;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.fp.Attempt;
import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.AssetVersion;
import dev.contentconnect.core.model.Comment;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.AssetDraft;
import dev.contentconnect.core.spi.AssetQuery;
import dev.contentconnect.core.spi.AssetReader;
import dev.contentconnect.core.spi.AssetWriter;
import dev.contentconnect.core.spi.CaseDesk;
import dev.contentconnect.core.spi.CommentDraft;
import dev.contentconnect.core.spi.CommentThread;
import dev.contentconnect.core.spi.Connector;
import dev.contentconnect.core.spi.Content;
import io.vavr.control.Either;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/**
 * The same key makes one whole object, whatever the first call left behind: it is broken off after each of its requests, which
 * the system carried out while nobody heard the answer.
 */
abstract class BreakChecks extends Checks {
    private static final int ALWAYS = 1_000;
    private static final int MOST = 60;
    private static final Duration IN_THE_SAME_MOMENT = Duration.ofMillis(500);

    BreakChecks(ConnectorContract contract) {
        super(contract);
    }

    /** Makes something under one key after the other, each time broken off one request later, and again under the same key. */
    private <T> void atEveryMoment(Function<String, T> making, Consumer<T> isWhole) {
        connector().check();
        for (boolean isDark : new boolean[] {false, true}) {
            boolean isOver = false;
            for (int moment = 0; !isOver; moment++) {
                assertThat(moment).as("requests of one call").isLessThan(MOST);
                String key = (isDark ? "dark-" : "lost-") + moment;
                isOver = breakOff(moment, isDark, () -> making.apply(key));
                clock().advance(Duration.ofMinutes(1));
                isWhole.accept(making.apply(key));
            }
        }
    }

    /** Loses the answer to one request, and all that come after it or none; says whether there was no such request. */
    private boolean breakOff(int moment, boolean isDark, Supplier<?> call) {
        sandbox().clearRequests();
        sandbox().failNext(moment, "*", "/", Fault.latency(Duration.ZERO));
        sandbox().failNext(1, "*", "/", Fault.connectionReset().afterHandling());
        sandbox().failNext(isDark ? ALWAYS : 0, "*", "/", Fault.connectionReset());
        // Whether it fails is not the point, but with what: anything else than a ConnectorException comes through.
        Attempt.of(call);
        sandbox().clearFaults();
        return sandbox().requests().size() <= moment;
    }

    @Test
    void finishesAnAssetWhoseMakingBrokeOff() {
        AssetWriter writer = capability(AssetWriter.class);
        boolean withBytes = isOffered(AssetWriter.class, "create.content");
        atEveryMoment(
                key -> writer.create(new AssetDraft(
                        key,
                        Asset.builder(SourceRef.of("elsewhere", "1")).title(key).build(),
                        withBytes ? Capabilities.content(ContractSubject.CONTENT) : null)),
                made -> {
                    AssetReader reader = capability(AssetReader.class);
                    clock().advance(Duration.ofMinutes(1));
                    if (isOffered(AssetReader.class, "query.key")) {
                        assertThat(reader.query(AssetQuery.ALL.withKey(made.title())))
                                .as("assets under the key %s", made.title())
                                .extracting(Asset::ref)
                                .containsExactly(made.ref());
                    }
                    if (withBytes && isOffered(AssetReader.class, "content")) {
                        assertThat(text(reader.content(made.ref(), null, null)))
                                .as("the bytes of %s", made.title())
                                .isEqualTo(new String(ContractSubject.CONTENT, StandardCharsets.UTF_8));
                    }
                });
    }

    @Test
    void finishesAVersionWhoseAddingBrokeOff() {
        AssetWriter writer = capability(AssetWriter.class);
        assumeOffered(AssetWriter.class, "addVersion");
        AssetReader reader = capability(AssetReader.class);
        assumeOffered(AssetReader.class, "content");
        SourceRef asset = subject().asset(connector(), "k-1");
        boolean isListed = isOffered(AssetReader.class, "versions");
        AtomicInteger count = new AtomicInteger(isListed ? versions(reader, asset) : 0);
        atEveryMoment(
                key -> {
                    writer.addVersion(asset, key, Capabilities.content(key.getBytes(StandardCharsets.UTF_8)));
                    return key;
                },
                key -> {
                    assertThat(text(reader.content(asset, null, null)))
                            .as("the bytes of the latest version")
                            .isEqualTo(key);
                    if (isListed) {
                        assertThat(versions(reader, asset))
                                .as("one version more")
                                .isEqualTo(count.incrementAndGet());
                    }
                });
    }

    /** How many; one without a file is what a system may keep of a call that broke off, where it tells of files at all. */
    private static int versions(AssetReader reader, SourceRef asset) {
        List<AssetVersion> all = reader.versions(asset);
        List<AssetVersion> whole = all.stream()
                .filter(one -> one.fileName() != null || one.sizeBytes() != null)
                .toList();
        return whole.isEmpty() ? all.size() : whole.size();
    }

    @Test
    void opensOneCaseWhoseOpeningBrokeOff() {
        CaseDesk desk = capability(CaseDesk.class);
        atEveryMoment(
                key -> {
                    SourceRef opened = desk.open(subject().caseRequest(key)).ref();
                    assertThat(desk.findByKey(key).orElseThrow().ref()).isEqualTo(opened);
                    return opened;
                },
                opened -> assertThat(desk.get(opened).ref()).isEqualTo(opened));
    }

    @Test
    void saysOnceWhatBrokeOffWhileItWasSaid() {
        CommentThread thread = capability(CommentThread.class);
        SourceRef subject = subject().commentable(connector());
        atEveryMoment(
                key -> thread.add(subject, new CommentDraft(key, "word " + key, null, null)),
                said -> assertThat(thread.comments(subject).stream().map(Comment::text))
                        .as("what was said about the object")
                        .containsOnlyOnce(said.text()));
    }

    @Test
    void makesOneAssetForTwoWhoMakeItInTheSameMoment() throws Exception {
        capability(AssetWriter.class);
        assumeTrue(subject().rivalsMakeOne(), "the system cannot keep two callers apart, and the notes say so");
        try (Connector rival = subject().connect(new Wiring(clock()))) {
            connector().check();
            rival.check();
            // Both look for the key before either of them writes.
            sandbox().failNext(2, "*", "/", Fault.latency(IN_THE_SAME_MOMENT));
            Set<SourceRef> made = new LinkedHashSet<>();
            ExecutorService pool = Executors.newFixedThreadPool(2);
            try {
                List<Callable<Either<ConnectorError, SourceRef>>> both =
                        List.of(() -> contested(connector()), () -> contested(rival));
                for (Future<Either<ConnectorError, SourceRef>> one : pool.invokeAll(both)) {
                    one.get(60, TimeUnit.SECONDS)
                            .peek(made::add)
                            .peekLeft(error -> assertThat(error.kind())
                                    .as("what the slower one is told")
                                    .isIn(ErrorKind.CONFLICT, ErrorKind.UNAVAILABLE));
                }
            } finally {
                pool.shutdownNow();
            }
            clock().advance(Duration.ofMinutes(1));
            made.add(contested(connector()).get());
            made.add(contested(rival).get());
            assertThat(made).as("what two made under one key").hasSize(1);
        }
    }

    private Either<ConnectorError, SourceRef> contested(Connector connector) {
        Asset metadata =
                Asset.builder(SourceRef.of("elsewhere", "1")).title("Contested").build();
        boolean withBytes = isOffered(AssetWriter.class, "create.content");
        Content content = withBytes ? Capabilities.content(ContractSubject.CONTENT) : null;
        return Attempt.of(() -> connector
                .require(AssetWriter.class)
                .create(new AssetDraft("contested", metadata, content))
                .ref());
    }

    private static String text(Content content) {
        try (InputStream in = content.open()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
