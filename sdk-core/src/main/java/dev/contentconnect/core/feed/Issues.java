package dev.contentconnect.core.feed;

import dev.contentconnect.core.error.MappingIssue;
import java.util.ArrayList;
import java.util.List;

/** What a reading could not understand: the first, and how many more. Belongs to one thread. */
final class Issues {
    static final int MOST = 1_000;

    private final List<MappingIssue> first = new ArrayList<>();
    private long more;

    void add(MappingIssue issue) {
        if (first.size() < MOST) {
            first.add(issue);
        } else {
            more++;
        }
    }

    List<MappingIssue> all() {
        List<MappingIssue> all = new ArrayList<>(first);
        if (more > 0) {
            all.add(MappingIssue.of("changes", more + " more could not be understood"));
        }
        return all;
    }
}
