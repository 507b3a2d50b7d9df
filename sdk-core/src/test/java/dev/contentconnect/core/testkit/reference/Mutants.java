package dev.contentconnect.core.testkit.reference;

import dev.contentconnect.core.error.ConnectorError;
import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.error.Trace;
import dev.contentconnect.core.feed.ChangeBatch;
import dev.contentconnect.core.http.HttpStep;
import dev.contentconnect.core.model.Approval;
import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.AssetStatus;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.page.Page;
import dev.contentconnect.core.page.Paged;
import dev.contentconnect.core.retry.RetryPolicy;
import dev.contentconnect.core.spi.ApprovalDesk;
import dev.contentconnect.core.spi.AssetDraft;
import dev.contentconnect.core.spi.AssetFeed;
import dev.contentconnect.core.spi.AssetPublisher;
import dev.contentconnect.core.spi.AssetReader;
import dev.contentconnect.core.spi.AssetWriter;
import dev.contentconnect.core.spi.CaseDesk;
import dev.contentconnect.core.spi.CommentThread;
import dev.contentconnect.core.spi.Connector;
import dev.contentconnect.core.spi.ConnectorDescription;
import dev.contentconnect.core.spi.Content;
import dev.contentconnect.core.spi.PartnerDesk;
import dev.contentconnect.core.spi.Progress;
import dev.contentconnect.core.spi.ProgressDesk;
import dev.contentconnect.core.spi.PublishRequest;
import dev.contentconnect.core.spi.RightsWriter;
import dev.contentconnect.core.spi.WebhookReceiver;
import io.vavr.control.Either;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.slf4j.LoggerFactory;

/** Mistakes that a connector may well have, each with the check that is there for it. */
final class Mutants {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final String FOREIGN = "Refusals.refusesIdentitiesOfAnotherSystemWithoutAskingItsOwn";

    static final List<Mutant> ALL = List.of(
            Mutant.configured(
                    "does not wait when it is throttled",
                    "Reads.waitsExactlyAsLongAsTheSystemAsks",
                    config -> config.retry(RetryPolicy.none())),
            Mutant.configured(
                    "waits for ever for an answer to begin",
                    "Reads.givesUpAnAnswerThatDoesNotBeginAndGoesOnAfterwards",
                    config -> config.requestTimeout(MINUTE)),
            Mutant.configured(
                    "waits for ever for an answer to end",
                    "Reads.givesUpABodyThatDripsAndGoesOnAfterwards",
                    config -> config.bodyTimeout(MINUTE)),
            Mutant.configured(
                    "takes an answer of any size",
                    "Reads.refusesABodyThatIsTooLargeWithoutAskingAgain",
                    config -> config.maxResponseBytes(1 << 30)),
            Mutant.configured(
                    "repeats a write whose answer was lost",
                    "Writes.neverRepeatsWhenTheAnswerIsLost",
                    config -> config.stepPerCall(insisting())),
            Mutant.configured(
                    "repeats a write that was not answered in time",
                    "Writes.neverRepeatsWhenTheAnswerDoesNotBegin",
                    config -> config.stepPerCall(insisting())),
            Mutant.configured(
                    "logs its secret",
                    "Identity.neverShowsASecret",
                    config -> config.stepPerCall((call, next) -> {
                        LoggerFactory.getLogger("dev.contentconnect.mutant").debug(ReferenceSandbox.CLIENT_SECRET);
                        return next.proceed(call);
                    })),
            Mutant.changed(
                    "shows its token in the cause of a failure",
                    "Identity.neverShowsASecret",
                    (subject, connector) -> Mutant.replacing(
                            connector,
                            AssetReader.class,
                            reader -> Mutant.between(AssetReader.class, reader, "get", (real, args) -> {
                                try {
                                    return real.call(args);
                                } catch (ConnectorException e) {
                                    String sent = "sent " + subject.sandbox().tokens();
                                    throw new ConnectorException(e.error(), new IOException(sent));
                                }
                            }))),
            Mutant.changed("goes on when it is closed", "Identity.refusesCallsOnceClosed", (subject, connector) ->
                    (Connector) Mutant.between(Connector.class, connector, "close", (real, args) -> null)),
            Mutant.changed(
                    "keeps a capability to itself",
                    "Refusals.hasWhatItSaysAndSaysWhatItHas",
                    (subject, connector) ->
                            (Connector) Mutant.between(Connector.class, connector, "describe", (real, args) -> {
                                ConnectorDescription all = (ConnectorDescription) real.call();
                                return new ConnectorDescription(
                                        all.system(),
                                        all.title(),
                                        all.apiVersion(),
                                        all.capabilities()
                                                .subList(1, all.capabilities().size()));
                            })),
            Mutant.listing(
                    "takes an empty page for the end", "Paging.doesNotTakeAnEmptyPageForTheEnd", Mutants::endingAtAGap),
            Mutant.listing("reads before it is asked", "Paging.asksForNothingBeforeIteration", list -> {
                list.iterator().next();
                return list;
            }),
            Mutant.doing(
                    "forgets the key of an asset",
                    "Assets.makesOneAssetForOneKey",
                    AssetWriter.class,
                    "create",
                    (real, args) -> {
                        AssetDraft draft = (AssetDraft) args[0];
                        String other = draft.key() + UUID.randomUUID();
                        return real.call(new AssetDraft(other, draft.metadata(), draft.content()));
                    }),
            Mutant.doing(
                    "renames an asset that is there already",
                    "Assets.leavesAnAssetAsTheFirstCallMadeIt",
                    AssetWriter.class,
                    "create",
                    (real, args) -> {
                        Asset made = (Asset) real.call(args);
                        String title = ((AssetDraft) args[0]).metadata().title();
                        Asset renamed = Asset.builder(made.ref()).title(title).build();
                        return real.sibling("update", renamed);
                    }),
            Mutant.doing(
                    "adds the bytes of a second call to an asset",
                    "Assets.leavesAnAssetAsTheFirstCallMadeIt",
                    AssetWriter.class,
                    "create",
                    (real, args) -> {
                        AssetDraft draft = (AssetDraft) args[0];
                        Asset made = (Asset) real.call(new AssetDraft(draft.key(), draft.metadata(), null));
                        Content bytes = Objects.requireNonNull(draft.content());
                        real.sibling("addVersion", made.ref(), UUID.randomUUID().toString(), bytes);
                        return made;
                    }),
            Mutant.doing(
                    "gives a version other bytes",
                    "Assets.leavesAVersionAsTheFirstCallAddedIt",
                    AssetWriter.class,
                    "addVersion",
                    (real, args) -> {
                        byte[] bytes = ((Content) args[2]).open().readAllBytes();
                        Object version = real.call(args[0], args[1], content(bytes));
                        real.call(args[0], UUID.randomUUID().toString(), content(bytes));
                        return version;
                    }),
            Mutant.doing(
                    "forgets the rest when it updates",
                    "Assets.updatesWhatIsGivenAndLeavesTheRest",
                    AssetWriter.class,
                    "update",
                    (real, args) -> {
                        Asset asset = (Asset) args[0];
                        boolean isSilent = asset.description() == null;
                        return real.call(
                                isSilent ? asset.toBuilder().description("-").build() : asset);
                    }),
            Mutant.doing(
                    "says that it kept what it left out",
                    "Assets.keepsADescriptionOrLeavesItOutAndSaysWhich",
                    AssetWriter.class,
                    "update",
                    (real, args) -> {
                        Asset asset = (Asset) args[0];
                        real.call(asset.toBuilder()
                                .description(null)
                                .title(null)
                                .tags(List.of("x"))
                                .build());
                        return asset.toBuilder()
                                .title("Plakat „Sommer“ – 夏のポスター 🎬")
                                .build();
                    }),
            Mutant.doing(
                    "writes in ASCII",
                    "Assets.keepsTitleAndBytesOfANewAsset",
                    AssetWriter.class,
                    "create",
                    (real, args) -> {
                        AssetDraft draft = (AssetDraft) args[0];
                        String title = draft.metadata().title().replaceAll("[^ -~]", "?");
                        Asset poor = draft.metadata().toBuilder().title(title).build();
                        return real.call(new AssetDraft(draft.key(), poor, draft.content()));
                    }),
            Mutant.doing(
                    "calls it wrong when it is missing",
                    "Assets.saysThatAnAssetIsMissing",
                    AssetReader.class,
                    "get",
                    (real, args) -> {
                        try {
                            return real.call(args);
                        } catch (ConnectorException e) {
                            throw new ConnectorException(
                                    new ConnectorError.Rejected(e.error().trace()));
                        }
                    }),
            Mutant.doing(
                    "chokes on a new word",
                    "Reads.takesMembersAndWordsThatNobodyDocumented",
                    AssetReader.class,
                    "get",
                    (real, args) -> {
                        Asset asset = (Asset) real.call(args);
                        if (!asset.status().equals(AssetStatus.DRAFT)) {
                            throw new ConnectorException(new ConnectorError.Undecodable(
                                    Trace.local(ReferenceConnector.SYSTEM, "assets.get", "new word")));
                        }
                        return asset;
                    }),
            Mutant.doing(
                    "forgets that it was interrupted",
                    "Identity.returnsPromptlyWhenInterruptedAndKeepsTheFlag",
                    AssetReader.class,
                    "get",
                    (real, args) -> {
                        try {
                            return real.call(args);
                        } catch (ConnectorException e) {
                            if (e.kind() == ErrorKind.CANCELLED) {
                                Thread.interrupted();
                            }
                            throw e;
                        }
                    }),
            Mutant.doing(
                    "asks another system's object of its own",
                    FOREIGN,
                    AssetReader.class,
                    "get",
                    (real, args) -> real.call(own((SourceRef) args[0]))),
            owning("reads another system's bytes as its own", AssetReader.class, "content"),
            owning("adds a version to another system's asset", AssetWriter.class, "addVersion"),
            owning("changes another system's asset as its own", AssetWriter.class, "update"),
            owning("withdraws another system's asset as its own", AssetPublisher.class, "withdraw"),
            owning("blocks another system's asset as its own", RightsWriter.class, "block"),
            owning("comments on another system's object as its own", CommentThread.class, "add"),
            owning("completes another system's task as its own", CaseDesk.class, "complete"),
            owning("notifies another system's partner as its own", PartnerDesk.class, "notify"),
            Mutant.doing(
                    "publishes another system's assets as its own",
                    FOREIGN,
                    AssetPublisher.class,
                    "publish",
                    (real, args) -> {
                        PublishRequest all = (PublishRequest) args[0];
                        List<SourceRef> own =
                                all.assets().stream().map(Mutants::own).toList();
                        return real.call(new PublishRequest(all.key(), all.title(), own, all.audience(), null, null));
                    }),
            Mutant.doing(
                    "answers for what it does not offer",
                    "Refusals.refusesWhatItDoesNotOfferWithoutAskingTheSystem",
                    AssetReader.class,
                    "renditions",
                    (real, args) -> List.of()),
            Mutant.doing(
                    "keeps quiet about a decision that stands",
                    "Decisions.recordsADecisionOnce",
                    ApprovalDesk.class,
                    "decide",
                    (real, args) -> {
                        try {
                            return real.call(args);
                        } catch (ConnectorException e) {
                            return Approval.builder((SourceRef) args[0]).build();
                        }
                    }),
            Mutant.doing(
                    "notes the same progress again",
                    "Cases.notesProgressOnceForOneKey",
                    ProgressDesk.class,
                    "report",
                    (real, args) -> {
                        Progress progress = (Progress) args[1];
                        String other = progress.key() + UUID.randomUUID();
                        return real.call(args[0], Progress.status(other, progress.status(), progress.note()));
                    }),
            Mutant.doing(
                    "loses a change",
                    "Feeds.tellsOfChangedAssetsSinceAStoredCursor",
                    AssetFeed.class,
                    "changes",
                    (real, args) -> {
                        ChangeBatch batch = (ChangeBatch) real.call(args);
                        ChangeBatch skipped = (ChangeBatch) real.call(batch.next(), 1);
                        return new ChangeBatch(batch.events(), skipped.next(), skipped.more(), List.of());
                    }),
            Mutant.doing(
                    "believes everybody",
                    "Pushes.turnsAForgedPushAway",
                    WebhookReceiver.class,
                    "receive",
                    (real, args) -> Either.right(List.of())));

    private Mutants() {}

    /** Takes the id of an identity whatever its system. */
    private static Mutant owning(String mistake, Class<?> type, String method) {
        return Mutant.doing(mistake, FOREIGN, type, method, (real, args) -> {
            Object[] changed = args.clone();
            if (args[0] instanceof SourceRef ref) {
                changed[0] = own(ref);
            } else if (args[0] instanceof Asset asset) {
                changed[0] = Asset.builder(own(asset.ref())).title("x").build();
            } else {
                changed[0] = ((List<?>) args[0])
                        .stream().map(ref -> own((SourceRef) ref)).toList();
            }
            return real.call(changed);
        });
    }

    private static Content content(byte[] bytes) {
        return Content.of(new ByteArrayInputStream(bytes), bytes.length, null, null);
    }

    private static SourceRef own(SourceRef ref) {
        return SourceRef.of(ReferenceConnector.SYSTEM, ref.id());
    }

    private static HttpStep insisting() {
        return (call, next) -> {
            try {
                return next.proceed(call);
            } catch (ConnectorException e) {
                return next.proceed(call);
            }
        };
    }

    private static Paged<?> endingAtAGap(Paged<?> list) {
        return endingAtAGap(list, "assets.query");
    }

    private static <T> Paged<T> endingAtAGap(Paged<T> list, String operation) {
        return Paged.of(ReferenceConnector.SYSTEM, operation, cursor -> {
            Page<T> page = (cursor == null ? list : list.startingAt(cursor))
                    .pages()
                    .iterator()
                    .next();
            return page.items().isEmpty() ? new Page<>(List.of(), null, null, List.of()) : page;
        });
    }
}
