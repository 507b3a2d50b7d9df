package dev.contentconnect.examples.flows.xi;

import dev.contentconnect.core.model.Territory;
import dev.contentconnect.core.spi.Content;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An event or a programme: a webinar, a training, a series.
 *
 * @param key its business key; media name it, and its workspace has it
 * @param title what people call it
 * @param papers what has to be on file before anything goes out
 * @param schedule when its media are to go out
 * @param territories where; empty for nowhere in particular
 */
public record Programme(
        String key, String title, List<Paper> papers, List<Slot> schedule, List<Territory> territories) {

    /**
     * Copies the lists.
     *
     * @param key its business key; media name it, and its workspace has it
     * @param title what people call it
     * @param papers what has to be on file before anything goes out
     * @param schedule when its media are to go out
     * @param territories where; empty for nowhere in particular
     * @throws IllegalArgumentException when key or title is blank, or two papers have one key
     */
    public Programme {
        if (key.isBlank() || title.isBlank()) {
            throw new IllegalArgumentException("a programme has a key and a title");
        }
        papers = List.copyOf(papers);
        schedule = List.copyOf(schedule);
        territories = List.copyOf(territories);
        Set<String> keys = new HashSet<>();
        papers.forEach(paper -> {
            if (!keys.add(paper.key())) {
                throw new IllegalArgumentException("two papers have the key " + paper.key());
            }
        });
    }

    /**
     * An agreement, a release, or another paper.
     *
     * @param key tells it from the other papers of the programme
     * @param kind speaker agreement, release, …
     * @param title what people call it
     * @param content its bytes, which can be read again; null for a paper that people file in the workspace themselves, under
     *     this title
     */
    public record Paper(
            String key, String kind, String title, @Nullable Content content) {

        /**
         * Checks the value.
         *
         * @param key tells it from the other papers of the programme
         * @param kind speaker agreement, release, …
         * @param title what people call it
         * @param content its bytes, which can be read again; null for a paper that people file in the workspace themselves,
         *     under this title
         * @throws IllegalArgumentException when key, kind or title is blank
         */
        public Paper {
            if (key.isBlank() || kind.isBlank() || title.isBlank()) {
                throw new IllegalArgumentException("a paper has a key, a kind and a title");
            }
        }
    }

    /**
     * A publication to come.
     *
     * @param channel where people will see it
     * @param day when
     */
    public record Slot(String channel, LocalDate day) {}
}
