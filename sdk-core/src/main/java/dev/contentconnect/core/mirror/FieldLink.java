package dev.contentconnect.core.mirror;

import dev.contentconnect.core.mirror.FieldMemory.Pending;
import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.state.StateLink;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The link in which the memory of one field of a pair is kept. */
final class FieldLink {
    private final MirrorRun run;
    private final String field;
    private final SourceRef from;
    private final SourceRef to;
    private final String type;
    private @Nullable StateLink link;
    private FieldMemory memory = FieldMemory.NEW;

    FieldLink(MirrorRun run, String field) {
        this.run = run;
        this.field = field;
        this.from = run.left().stored();
        this.to = run.right().stored();
        this.type = MirrorPlan.type(run.mirror(), "field/" + field);
    }

    void load() {
        link = run.<@Nullable StateLink>read(view -> view.link(from, type, to).orElse(null));
        memory = link == null ? FieldMemory.NEW : FieldMemory.of(link);
    }

    FieldMemory memory() {
        return memory;
    }

    FieldEvents events() {
        return new FieldEvents(run, field, memory.rests());
    }

    /** Another one for each write. */
    String key() {
        return "mirror-" + Prints.of(run.pair(), field, String.valueOf(link == null ? 0 : link.version()));
    }

    String reason() {
        return "mirrored by " + run.mirror();
    }

    /** Before a write. The value that is lost by it goes into the trail now: afterwards it may be gone. */
    void begin(FieldCopy copy, String sent, String stored) {
        FieldMemory next = memory.writing(new Pending(copy.toRight(), sent, stored));
        put(next, copy.overwrites() ? events().conflict(copy) : null);
    }

    void forgetPending() {
        put(memory.withoutPending(), null);
    }

    void rest(Reading left, Reading right, @Nullable CaseEvent event) {
        rest(Prints.of(left.value()), Prints.of(right.value()), event);
    }

    void rest(String leftPrint, String rightPrint, @Nullable CaseEvent event) {
        put(memory.atRest(leftPrint, rightPrint), event);
    }

    private void put(FieldMemory next, @Nullable CaseEvent event) {
        StateLink before = link;
        long version = before == null ? 1 : before.version() + 1;
        StateLink after = new StateLink(from, type, to, version, next.text(), run.now());
        run.commit(t -> t.replaceLink(before, after), event);
        link = Objects.requireNonNull(after);
        memory = next;
    }
}
