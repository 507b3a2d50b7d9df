package dev.contentconnect.examples.flows.xi;

import dev.contentconnect.core.model.Actor;
import dev.contentconnect.core.model.Comment;
import dev.contentconnect.core.model.Decision;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * All that was said about one version, as a document.
 *
 * @param title what was reviewed
 * @param state how it ended
 * @param decision who decided, or null
 * @param comments oldest first
 */
record FeedbackSheet(String title, String state, @Nullable Decision decision, List<Comment> comments) {

    TextContent content() {
        StringBuilder text = new StringBuilder(title).append(": ").append(state);
        if (decision != null) {
            text.append(" by ")
                    .append(name(decision.decidedBy()))
                    .append(" at ")
                    .append(decision.decidedAt());
        }
        text.append("\n\n");
        for (Comment one : comments) {
            text.append(Objects.toString(one.at(), "some time"))
                    .append(", ")
                    .append(name(one.author()))
                    .append(":\n")
                    .append(one.text())
                    .append("\n\n");
        }
        return new TextContent("Feedback on " + title + ".txt", text.toString());
    }

    private static String name(@Nullable Actor actor) {
        return actor == null ? "somebody" : Objects.requireNonNullElse(actor.name(), actor.id());
    }
}
