package dev.contentconnect.examples.quickstart;

import dev.contentconnect.core.json.CaseEventLines;
import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.state.StateStore;
import dev.contentconnect.core.state.TrailQuery;
import dev.contentconnect.core.time.TimeSource;
import dev.contentconnect.examples.flows.wv.PackageOutcome;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Runs the flow {@code ApproveThenPublish} on the shipped media and tells what happens: the folder {@code campaign} is
 * published, each file of the folder {@code refused} is turned down for another reason.
 *
 * <p>The systems run inside this process; with {@code --engine} the approvals run on the real workflow engine. The events
 * of the flow are written as JSON lines to the file that the system property {@value #TRAIL_PROPERTY} names.
 */
public final class QuickStart {
    /** Names the file of the event trail. */
    public static final String TRAIL_PROPERTY = "contentconnect.trail";

    private static final String ENGINE = "--engine";

    private QuickStart() {}

    /**
     * Runs the quick start.
     *
     * @param arguments none, or {@code --engine}
     * @throws IOException when the trail cannot be written
     */
    public static void main(String[] arguments) throws IOException {
        List<String> options = List.of(arguments);
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        if (!List.of(ENGINE).containsAll(options)) {
            throw new IllegalArgumentException("the only option is " + ENGINE + ", not " + options);
        }
        Path trail = Path.of(System.getProperty(TRAIL_PROPERTY, "target/quick-start-trail.jsonl"));
        run(options.contains(ENGINE), trail, new Narrator(out));
    }

    static void run(boolean engine, Path trail, Narrator narrator) throws IOException {
        narrator.title(
                "Packages of media are shown to three people; what they approve and the rights permit is published.");
        narrator.title("Starting " + (engine ? "the real workflow engine" : "the embedded workflow service")
                + " and the embedded publishing system");
        try (StateStore state = StateStore.inMemory();
                Systems systems = narrator.during("starting", () -> Systems.start(engine))) {
            narrator.say("systems    " + systems.workflow().check().system() + ", "
                    + systems.target().check().system());
            Tour tour = new Tour(systems.workflow(), systems.target(), state, TimeSource.system(), narrator);
            MediaFolder media = MediaFolder.shipped();
            List<PackageOutcome> outcomes = Stream.concat(Launch.CAMPAIGN.stream(), Launch.REFUSED.stream())
                    .map(launch -> tour.take(narrator.during("reading the media", () -> media.read(launch))))
                    .toList();
            narrator.title(count(outcomes, PackageOutcome.Published.class) + " packages published, "
                    + count(outcomes, PackageOutcome.Refused.class) + " refused");
            narrator.title("Event trail");
            narrator.say(write(state, trail) + " events in " + trail.toAbsolutePath());
        }
    }

    private static long count(List<PackageOutcome> outcomes, Class<? extends PackageOutcome> type) {
        return outcomes.stream().filter(type::isInstance).count();
    }

    private static int write(StateStore state, Path trail) throws IOException {
        List<CaseEvent> events = new ArrayList<>();
        state.read(memory -> {
            memory.trail(TrailQuery.ALL, entry -> events.add(entry.event()));
            return events;
        });
        Files.createDirectories(trail.toAbsolutePath().getParent());
        Files.deleteIfExists(trail);
        try (CaseEventLines lines = CaseEventLines.append(trail)) {
            for (CaseEvent event : events) {
                lines.add(event);
            }
        }
        return events.size();
    }
}
