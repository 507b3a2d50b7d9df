package dev.contentconnect.examples.flows.sw;

import dev.contentconnect.core.model.Actor;
import dev.contentconnect.core.model.Comment;
import dev.contentconnect.core.model.Segment;
import dev.contentconnect.core.spi.TaskResult;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A region that reviews assets by itself.
 *
 * @param name a short word, such as {@code emea}; keys begin with it, so it must not change
 * @param group who reviews in the workflow service
 * @param voters who may decide by a comment in the portal: the user's id there, and who that is in the workflow service
 * @param audience to whom an approved asset is offered
 * @param uses what its people do with an asset, which rights must allow
 */
public record ReviewRegion(String name, String group, Map<String, Actor> voters, List<Segment> audience, UseRule uses) {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,19}");
    private static final Pattern VOTE = Pattern.compile("(?s)\\s*(approved|rejected|revise)\\s*(?::.*)?");

    /**
     * Copies the collections.
     *
     * @throws IllegalArgumentException when the name is not lower-case letters, digits and dashes, up to 20
     */
    public ReviewRegion {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("not a name for a region: " + name);
        }
        voters = Map.copyOf(voters);
        audience = List.copyOf(audience);
    }

    /**
     * What a comment decides: one that a voter sent and that is {@code approved}, {@code rejected} or {@code revise}, alone or with a
     * colon and more behind it. Whatever else people say is talk.
     *
     * @param comment a comment in the portal
     * @return the answer to the review; without a note, because the comment is copied to the case anyway
     */
    Optional<TaskResult> vote(Comment comment) {
        Actor author = comment.author();
        if (author == null || !isSentBy(comment, author)) {
            return Optional.empty();
        }
        Actor voter = voters.get(author.id());
        Matcher words = VOTE.matcher(comment.text());
        return voter != null && words.matches()
                ? Optional.of(TaskResult.of(words.group(1), null, voter))
                : Optional.empty();
    }

    /** Anybody can write a last line that names somebody else, and a guest any name: only the user of the portal says who it was. */
    private static boolean isSentBy(Comment comment, Actor author) {
        Map<String, ?> own = comment.extensions().get(comment.ref().system());
        return author.id().equals(own.get("sentByUserUuid"));
    }
}
