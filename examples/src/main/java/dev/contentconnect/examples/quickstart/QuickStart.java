package dev.contentconnect.examples.quickstart;

import dev.contentconnect.core.state.StateStore;
import dev.contentconnect.core.time.TimeSource;
import dev.contentconnect.examples.flows.wv.PackageOutcome;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Runs the flow {@code ApproveThenPublish} on the shipped media and tells what happens: the folder {@code campaign} is
 * published, each file of the folder {@code refused} is turned down for another reason.
 *
 * <p>The systems are sandboxes inside this process; with {@code --real} they are a real workflow engine and a real
 * WordPress. In the end the events of the flow are written as JSON lines, and a page with what a manager asks about them,
 * into the folder that the system property {@value #OUTPUT_PROPERTY} names.
 */
public final class QuickStart {
    /** Names the folder for what is written; {@code target} by default. */
    public static final String OUTPUT_PROPERTY = "contentconnect.output";

    private static final String REAL = "--real";

    private QuickStart() {}

    /**
     * Runs the quick start.
     *
     * @param arguments none, or {@code --real}
     * @throws IOException when a file cannot be written
     * @throws IllegalStateException when the real servers are wanted and not installed; the message says what is missing
     */
    public static void main(String[] arguments) throws IOException {
        List<String> options = List.of(arguments);
        if (!List.of(REAL).containsAll(options)) {
            throw new IllegalArgumentException("the only option is " + REAL + ", not " + options);
        }
        Path folder = Path.of(System.getProperty(OUTPUT_PROPERTY, "target")).toAbsolutePath();
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        run(options.contains(REAL), new Output(folder), new Narrator(out));
    }

    static void run(boolean real, Output output, Narrator narrator) throws IOException {
        narrator.title(
                "Packages of media are shown to three people; what they approve and the rights permit is published.");
        narrator.title(
                real
                        ? "Starting a real workflow engine and a real WordPress, half a minute"
                        : "Starting a workflow service and a content library inside this process");
        Figures figures = new Figures();
        try (StateStore state = output.freshState();
                Systems systems = narrator.during(
                        "starting",
                        () -> real
                                ? Systems.real(output.wordpress(), figures.services())
                                : Systems.sandboxes(figures.services()))) {
            narrator.say("systems    " + systems.workflow().check().system() + ", "
                    + systems.target().check().system());
            TimeSource time = TimeSource.system();
            Tour tour = new Tour(systems.workflow(), systems.target(), state, time, narrator);
            MediaFolder media = MediaFolder.shipped();
            List<PackageOutcome> outcomes = Stream.concat(Launch.CAMPAIGN.stream(), Launch.REFUSED.stream())
                    .map(launch -> tour.take(narrator.during("reading the media", () -> media.read(launch))))
                    .toList();
            narrator.title(count(outcomes, PackageOutcome.Published.class) + " packages published, "
                    + count(outcomes, PackageOutcome.Refused.class) + " refused");
            narrator.title("Calls to the systems");
            figures.tell(narrator);
            narrator.title("What is left");
            narrator.say("trail      " + output.writeTrail(state) + " events in " + output.trail());
            output.writeReport(state, time.now());
            narrator.say("report     " + output.report().toUri() + " for a browser");
            narrator.say("memory     of the flow in " + output.state());
        }
    }

    private static long count(List<PackageOutcome> outcomes, Class<? extends PackageOutcome> type) {
        return outcomes.stream().filter(type::isInstance).count();
    }
}
