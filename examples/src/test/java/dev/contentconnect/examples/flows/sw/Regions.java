package dev.contentconnect.examples.flows.sw;

import dev.contentconnect.core.model.Actor;
import dev.contentconnect.core.model.Comment;
import dev.contentconnect.core.model.RightsDimension;
import dev.contentconnect.core.model.Segment;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.model.Territory;
import dev.contentconnect.core.model.Use;
import dev.contentconnect.core.spi.CommentDraft;
import dev.contentconnect.core.spi.CommentThread;
import dev.contentconnect.core.spi.Connector;
import dev.contentconnect.core.state.StateStore;
import dev.contentconnect.examples.flows.Standing;
import dev.contentconnect.smintio.map.LicenseWords;
import dev.contentconnect.smintio.sandbox.SmintioSandbox;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Two regions that review the same assets, and what their people say on both sides. */
record Regions(SwStage stage) {
    /** Who speaks in the portal of the sandbox. */
    static final String ANN = "person-1";

    static final Actor MAX = Actor.of("max@agency.example");

    /** Ann decides for the first of them. */
    static final List<ReviewRegion> TWO = List.of(
            region("austria", Map.of(ANN, Actor.of("ann@agency.example")), SwStage.AUSTRIA),
            region("germany", Map.of("person-9", Actor.of("ida@agency.example")), SwStage.GERMANY));

    private static ReviewRegion region(String name, Map<String, Actor> voters, Segment audience) {
        return new ReviewRegion(name, name + "-brand", voters, List.of(audience), printedIn(audience));
    }

    /** Posters on paper in a place. */
    static UseRule printedIn(Segment place) {
        return at -> List.of(Use.at(at)
                .in(Territory.of(place.value()))
                .with(RightsDimension.USAGE, LicenseWords.word("advertising_print")));
    }

    /** Assets of the portal, and no licences. */
    static List<SourceRef> assets(SourceRef ref) {
        return ref.id().startsWith("dam:") ? List.of(ref) : List.of();
    }

    GlobalReview flow(Connector workflow, Connector portal, StateStore memory) {
        return new GlobalReview(workflow, portal, Regions::assets, TWO, memory, stage.clock);
    }

    static SourceRef waiting(Map<String, Standing> stands, String region) {
        return ((Standing.Waiting) Objects.requireNonNull(stands.get(region))).caseRef();
    }

    String annSays(SourceRef asset, String text) {
        stage.sandbox.personAdds(SmintioSandbox.REVIEWS, asset.id());
        return stage.sandbox.personSays(SmintioSandbox.REVIEWS, asset.id(), text);
    }

    void maxSays(SourceRef caseRef, String text) {
        stage.desk
                .people()
                .require(CommentThread.class)
                .add(caseRef, new CommentDraft(UUID.randomUUID().toString(), text, MAX, null));
    }

    /** Everything that stands there, without the lines that the mirror puts before a copy, and without reports of the flow. */
    List<String> talk(SourceRef where) {
        Connector there = where.system().equals("smintio") ? stage.portal : stage.desk.people();
        return there.require(CommentThread.class).comments(where).stream()
                .map(Comment::text)
                .map(Regions::people)
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<String> people(String text) {
        boolean isReport = text.lines().anyMatch(line -> line.startsWith("case sw5"));
        boolean isCopy = text.startsWith("[workflow") || text.startsWith("[smintio");
        return isReport ? Optional.empty() : Optional.of(isCopy ? text.substring(text.indexOf('\n') + 1) : text);
    }
}
