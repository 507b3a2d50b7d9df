package dev.contentconnect.examples.flows.sw;

import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.examples.flows.EachInTurn;
import dev.contentconnect.examples.flows.FlowTrail;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * When to look at which asset again: nobody tells that a date has passed. Kept by the day, so that a look at what is due reads
 * that and no more; what is due today, or waits for people, is looked at each time.
 */
final class RightsCalendar {
    private static final String LOOK = "look";
    private static final String SEEN = "seen";

    private final String flow;
    private final FlowTrail trail;
    private final SourceRef each;
    private final SourceRef self;

    RightsCalendar(String flow, FlowTrail trail) {
        this.flow = flow;
        this.trail = trail;
        this.each = SourceRef.of(flow, "each time");
        this.self = SourceRef.of(flow, "calendar");
    }

    private record Look(SourceRef page, SourceRef asset) {}

    private SourceRef page(LocalDate day) {
        return SourceRef.of(flow, "day/" + day);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(trail.now(), ZoneOffset.UTC);
    }

    /** Plans the next look; null for none. */
    void plan(SourceRef asset, @Nullable Instant when) {
        LocalDate day = when == null ? null : LocalDate.ofInstant(when, ZoneOffset.UTC);
        if (day != null && !day.isAfter(today())) {
            trail.note(each, LOOK, asset, null);
            return;
        }
        if (day != null) {
            seen();
            trail.note(page(day), LOOK, asset, null);
        }
        trail.forget(each, LOOK, asset);
    }

    private LocalDate seen() {
        return trail.noted(self, SEEN)
                .map(note -> LocalDate.parse(String.valueOf(note.fingerprint())))
                .orElseGet(() -> {
                    trail.note(self, SEEN, self, today().toString());
                    return today();
                });
    }

    /** Looks at all that is due. What fails stays, and is tried again the next time. */
    void sweep(Consumer<SourceRef> look) {
        LocalDate today = today();
        List<Look> due = new ArrayList<>();
        for (LocalDate day = seen(); !day.isAfter(today); day = day.plusDays(1)) {
            due.addAll(on(page(day)));
        }
        due.addAll(on(each));
        EachInTurn.of(due, one -> {
            look.accept(one.asset());
            if (!one.page().equals(each)) {
                trail.forget(one.page(), LOOK, one.asset());
            }
            return one;
        });
        trail.note(self, SEEN, self, today.toString());
    }

    private List<Look> on(SourceRef page) {
        return trail.notes(page, LOOK).stream()
                .map(note -> new Look(page, note.to()))
                .toList();
    }
}
