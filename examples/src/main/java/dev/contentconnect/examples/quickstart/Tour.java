package dev.contentconnect.examples.quickstart;

import dev.contentconnect.core.model.Segment;
import dev.contentconnect.core.spi.Connector;
import dev.contentconnect.core.state.StateStore;
import dev.contentconnect.core.time.TimeSource;
import dev.contentconnect.examples.flows.wv.ApproveThenPublish;
import dev.contentconnect.examples.flows.wv.ContentPackage;
import dev.contentconnect.examples.flows.wv.PackageOutcome;
import java.time.Duration;
import java.util.stream.Collectors;

/** Takes packages through the flow and tells about each step. */
final class Tour {
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final int PATIENCE = 300;

    private final ApproveThenPublish flow;
    private final Reviewers reviewers;
    private final Showroom showroom;
    private final TimeSource time;
    private final Narrator narrator;

    Tour(Connector workflow, Connector target, StateStore state, TimeSource time, Narrator narrator) {
        this.flow = new ApproveThenPublish(workflow, target, ApproveThenPublish.VIP_AUDIENCE, state, time);
        this.reviewers = new Reviewers(workflow, narrator);
        this.showroom = new Showroom(target, narrator);
        this.time = time;
        this.narrator = narrator;
    }

    PackageOutcome take(ContentPackage content) {
        narrator.title(content.title());
        narrator.say("package    "
                + content.items().stream().map(item -> item.asset().ref().id()).collect(Collectors.joining(", "))
                + " for "
                + content.audience().stream().map(Segment::value).collect(Collectors.joining(" ")));
        PackageOutcome outcome = narrator.during("opening the case", () -> flow.start(content));
        if (outcome instanceof PackageOutcome.Waiting waiting) {
            narrator.say("case       " + waiting.caseRef() + " opened; asked: " + String.join(", ", waiting.open()));
            narrator.throughout(
                    "brand, legal and marketing decide", () -> reviewers.decide(content, waiting.caseRef()));
            outcome = narrator.during("waiting for the case to close, then publishing", () -> advance(content));
        }
        PackageOutcome end = outcome;
        narrator.throughout("reading what arrived", () -> tell(content, end));
        return end;
    }

    /** A host application would come back in minutes or days; here the case closes within a moment of the last task. */
    private PackageOutcome advance(ContentPackage content) {
        PackageOutcome outcome = flow.advance(content);
        for (int i = 0; i < PATIENCE && outcome instanceof PackageOutcome.Waiting; i++) {
            pause();
            outcome = flow.advance(content);
        }
        return outcome;
    }

    private void pause() {
        try {
            time.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the case to close", e);
        }
    }

    private void tell(ContentPackage content, PackageOutcome outcome) {
        if (outcome instanceof PackageOutcome.Published published) {
            showroom.show(published.publication());
        } else if (outcome instanceof PackageOutcome.Refused refused) {
            refused.reasons().forEach(reason -> narrator.say("refused    " + reason));
            showroom.showRefusal(content);
        } else {
            narrator.say("open       the case has not closed yet");
        }
    }
}
