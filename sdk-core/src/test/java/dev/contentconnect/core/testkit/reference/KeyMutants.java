package dev.contentconnect.core.testkit.reference;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.Comment;
import dev.contentconnect.core.page.Paged;
import dev.contentconnect.core.spi.AssetDraft;
import dev.contentconnect.core.spi.AssetQuery;
import dev.contentconnect.core.spi.AssetReader;
import dev.contentconnect.core.spi.AssetWriter;
import dev.contentconnect.core.spi.CaseDesk;
import dev.contentconnect.core.spi.CaseRequest;
import dev.contentconnect.core.spi.CommentDraft;
import dev.contentconnect.core.spi.CommentThread;
import dev.contentconnect.core.spi.Content;
import dev.contentconnect.core.spi.WorkspaceDesk;
import dev.contentconnect.core.spi.WorkspaceRequest;
import java.io.ByteArrayInputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** Mistakes with keys. */
final class KeyMutants {
    private static final String LETTER_CASE = "takesKeysThatDifferInLetterCaseForDifferentOnes";

    static final List<Mutant> ALL = List.of(
            Mutant.doing(
                    "does not mind the letter case of an asset's key",
                    "Assets." + LETTER_CASE,
                    AssetWriter.class,
                    "create",
                    (real, args) -> {
                        AssetDraft draft = (AssetDraft) args[0];
                        return real.call(new AssetDraft(small(draft.key()), draft.metadata(), draft.content()));
                    }),
            Mutant.doing(
                    "does not mind the letter case of a case's key",
                    "Cases." + LETTER_CASE,
                    CaseDesk.class,
                    "open",
                    (real, args) -> {
                        CaseRequest all = (CaseRequest) args[0];
                        return real.call(under(small(all.key()), all));
                    }),
            Mutant.doing(
                    "does not mind the letter case of a workspace's key",
                    "Places." + LETTER_CASE,
                    WorkspaceDesk.class,
                    "findOrCreate",
                    (real, args) -> {
                        WorkspaceRequest all = (WorkspaceRequest) args[0];
                        return real.call(
                                new WorkspaceRequest(small(all.key()), all.type(), all.title(), all.attributes()));
                    }),
            Mutant.changed(
                    "does not see who makes the same in the same moment",
                    "Breaks.makesOneAssetForTwoWhoMakeItInTheSameMoment",
                    (subject, connector) -> Mutant.replacing(
                            connector,
                            AssetWriter.class,
                            writer -> Mutant.between(AssetWriter.class, writer, "create", (real, args) -> {
                                AssetDraft draft = (AssetDraft) args[0];
                                AssetReader reader = (AssetReader) real.target();
                                return reader.query(AssetQuery.ALL.withTags(List.of(draft.key()))).stream()
                                        .findFirst()
                                        .orElseGet(() -> twin((AssetWriter) real.target(), draft));
                            }))),
            Mutant.changed(
                    "opens a case anew when it heard no answer",
                    "Breaks.opensOneCaseWhoseOpeningBrokeOff",
                    (subject, connector) -> {
                        Set<String> unheard = new HashSet<>();
                        return Mutant.replacing(
                                connector,
                                CaseDesk.class,
                                desk -> Mutant.between(CaseDesk.class, desk, "open", (real, args) -> {
                                    CaseRequest all = (CaseRequest) args[0];
                                    boolean isAgain = !unheard.add(all.key());
                                    return real.call(isAgain ? under(all.key() + UUID.randomUUID(), all) : all);
                                }));
                    }),
            Mutant.doing(
                    "adds a version again when it heard no answer",
                    "Breaks.finishesAVersionWhoseAddingBrokeOff",
                    AssetWriter.class,
                    "addVersion",
                    (real, args) -> {
                        byte[] bytes = ((Content) args[2]).open().readAllBytes();
                        try {
                            return real.call(args[0], args[1], content(bytes));
                        } catch (ConnectorException e) {
                            return real.call(args[0], UUID.randomUUID().toString(), content(bytes));
                        }
                    }),
            commenting(
                    "does not mind the letter case of a comment's key",
                    "takesKeysOfCommentsThatDifferInLetterCaseForDifferentOnes",
                    draft -> small(draft.key())),
            commenting(
                    "says again in other words what was said",
                    "leavesACommentAsItWasSaidFirst",
                    draft -> draft.key() + draft.text()),
            Mutant.doing(
                    "looks for a comment on the first page alone",
                    "Cases.findsACommentUnderItsKeyBehindTheFirstPage",
                    CommentThread.class,
                    "add",
                    (real, args) -> {
                        CommentDraft draft = (CommentDraft) args[1];
                        Paged<?> comments = (Paged<?>) real.sibling("comments", args[0]);
                        for (Object one : comments.pages().iterator().next().items()) {
                            if (((Comment) one).text().equals(draft.text())) {
                                return one;
                            }
                        }
                        return real.call(args[0], under(UUID.randomUUID().toString(), draft));
                    }));

    private KeyMutants() {}

    private static Mutant commenting(String mistake, String check, Function<CommentDraft, String> key) {
        return Mutant.doing(mistake, "Cases." + check, CommentThread.class, "add", (real, args) -> {
            CommentDraft draft = (CommentDraft) args[1];
            return real.call(args[0], under(key.apply(draft), draft));
        });
    }

    private static CommentDraft under(String key, CommentDraft draft) {
        return new CommentDraft(key, draft.text(), draft.author(), draft.replyTo());
    }

    private static CaseRequest under(String key, CaseRequest all) {
        return new CaseRequest(
                key,
                all.type(),
                all.title(),
                all.subject(),
                all.subjectVersion(),
                all.dueAt(),
                all.note(),
                all.attributes());
    }

    /** Its own, under a key that nobody else has, and found by a tag that everybody can look for. */
    private static Asset twin(AssetWriter writer, AssetDraft draft) {
        Asset tagged = draft.metadata().toBuilder().tags(List.of(draft.key())).build();
        return writer.create(new AssetDraft(UUID.randomUUID().toString(), tagged, draft.content()));
    }

    private static Content content(byte[] bytes) {
        return Content.of(new ByteArrayInputStream(bytes), bytes.length, null, null);
    }

    private static String small(String key) {
        return key.toLowerCase(Locale.ROOT);
    }
}
