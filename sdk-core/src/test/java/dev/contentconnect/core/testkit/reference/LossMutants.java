package dev.contentconnect.core.testkit.reference;

import dev.contentconnect.core.error.ConnectorError;
import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.http.HttpCall;
import dev.contentconnect.core.http.HttpReply;
import dev.contentconnect.core.http.HttpStep;
import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.Comment;
import dev.contentconnect.core.model.Extensions;
import dev.contentconnect.core.page.Page;
import dev.contentconnect.core.page.Paged;
import dev.contentconnect.core.spi.AssetDraft;
import dev.contentconnect.core.spi.AssetReader;
import dev.contentconnect.core.spi.AssetWriter;
import dev.contentconnect.core.spi.CommentDraft;
import dev.contentconnect.core.spi.CommentThread;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What gets lost on the way, and what shows that should not. */
final class LossMutants {
    static final List<Mutant> ALL = List.of(
            Mutant.doing(
                    "drops what nobody documented of an asset",
                    "Assets.keepsWhatNobodyDocumentedOfAnAsset",
                    AssetReader.class,
                    "get",
                    (real, args) -> ((Asset) real.call(args))
                            .toBuilder().extensions(Extensions.none()).build()),
            Mutant.doing(
                    "drops what nobody documented of a comment",
                    "Cases.keepsWhatNobodyDocumentedOfAComment",
                    CommentThread.class,
                    "comments",
                    (real, args) -> comments(real.call(args)).map(LossMutants::bare)),
            Mutant.doing(
                    "throws away what the vendor said of a failure",
                    "Assets.saysThatAnAssetIsMissing",
                    AssetReader.class,
                    "get",
                    (real, args) -> {
                        try {
                            return real.call(args);
                        } catch (ConnectorException e) {
                            String raw = "{\"code\":\"missing\"}";
                            throw new ConnectorException(new ConnectorError.NotFound(
                                    e.error().trace().withVendor(null, raw)));
                        }
                    }),
            Mutant.doing(
                    "forgets who said something",
                    "Cases.tellsWhoSaidWhatOldestFirst",
                    CommentThread.class,
                    "add",
                    (real, args) -> {
                        CommentDraft draft = (CommentDraft) args[1];
                        return real.call(args[0], new CommentDraft(draft.key(), draft.text(), null, draft.replyTo()));
                    }),
            Mutant.doing(
                    "tells comments newest first",
                    "Cases.tellsWhoSaidWhatOldestFirst",
                    CommentThread.class,
                    "comments",
                    (real, args) -> {
                        List<Comment> said = new ArrayList<>(
                                comments(real.call(args)).stream().toList());
                        Collections.reverse(said);
                        return Paged.of(
                                ReferenceConnector.SYSTEM,
                                "comments.list",
                                cursor -> new Page<>(said, null, null, List.of()));
                    }),
            Mutant.doing(
                    "says again what it heard no answer to",
                    "Breaks.saysOnceWhatBrokeOffWhileItWasSaid",
                    CommentThread.class,
                    "add",
                    (real, args) -> {
                        try {
                            return real.call(args);
                        } catch (ConnectorException e) {
                            CommentDraft draft = (CommentDraft) args[1];
                            String other = UUID.randomUUID().toString();
                            return real.call(args[0], new CommentDraft(other, draft.text(), null, null));
                        }
                    }),
            Mutant.doing(
                    "leaves an asset without the bytes that did not arrive",
                    "Breaks.finishesAnAssetWhoseMakingBrokeOff",
                    AssetWriter.class,
                    "create",
                    (real, args) -> {
                        AssetDraft draft = (AssetDraft) args[0];
                        Object reader = real.target();
                        Optional<Asset> known = ((AssetReader) reader).findByKey(draft.key());
                        return known.isPresent() ? known.get() : real.call(args);
                    }),
            Mutant.doing(
                    "shows its token in the cause of a failed write",
                    "Identity.neverShowsASecret",
                    CommentThread.class,
                    "add",
                    (real, args) -> {
                        try {
                            return real.call(args);
                        } catch (ConnectorException e) {
                            String sent = "signed in with " + ReferenceSandbox.CLIENT_SECRET;
                            throw new ConnectorException(e.error(), new IOException(sent));
                        }
                    }),
            Mutant.configured(
                    "shows its secret in a part of the configuration",
                    "Identity.neverShowsASecret",
                    config -> config.stepPerCall(new Telling(ReferenceSandbox.CLIENT_SECRET))));

    private LossMutants() {}

    /** A record shows what it is made of. */
    private record Telling(String secret) implements HttpStep {
        @Override
        public HttpReply take(HttpCall call, Next next) {
            return next.proceed(call);
        }
    }

    @SuppressWarnings("unchecked") // what the method is declared to give
    private static Paged<Comment> comments(Object list) {
        return (Paged<Comment>) list;
    }

    private static Comment bare(Comment said) {
        return new Comment(
                said.ref(),
                said.subject(),
                said.subjectVersion(),
                said.author(),
                said.text(),
                said.at(),
                said.replyTo(),
                Extensions.none());
    }
}
