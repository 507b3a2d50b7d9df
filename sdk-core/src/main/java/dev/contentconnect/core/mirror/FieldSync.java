package dev.contentconnect.core.mirror;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.mirror.FieldMemory.Pending;
import dev.contentconnect.core.model.CaseEvent;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Brings one field of one pair to the same value on both sides: a three-way merge against what was remembered. */
final class FieldSync {
    /** So often a run tries to write a field. Two sides that undo each other's writes must come to an end. */
    private static final int MAX_WRITES = 4;

    private final MirrorRun run;
    private final FieldRule rule;
    private final FieldPort leftPort;
    private final FieldPort rightPort;
    private final FieldLink link;
    private final Undoing undoing = new Undoing();

    FieldSync(MirrorRun run, String field, FieldRule rule, FieldPort leftPort, FieldPort rightPort) {
        this.run = run;
        this.rule = rule;
        this.leftPort = leftPort;
        this.rightPort = rightPort;
        this.link = new FieldLink(run, field);
    }

    void sync() {
        link.load();
        for (int writes = 0; ; writes++) {
            Reading left = leftPort.read(run.left().ref());
            Reading right = rightPort.read(run.right().ref());
            settlePending(left, right);
            FieldCopy copy = copyWanted(left, right);
            if (copy == null) {
                return;
            }
            if (writes == MAX_WRITES) {
                // Where people edited meanwhile, what stands there now is a change that the next run finds.
                if (undoing.explains(writes, left, right)) {
                    link.rest(left, right, link.events().unsettled(left, right));
                }
                return;
            }
            if (!write(copy, writes == MAX_WRITES - 1)) {
                return;
            }
        }
    }

    /**
     * A write whose end was not seen: when it arrived, the target has our own value and nobody changed anything there. A
     * write that did not arrive is forgotten, lest somebody's edit be taken for it later.
     */
    private void settlePending(Reading left, Reading right) {
        Pending pending = link.memory().pending();
        if (pending == null) {
            return;
        }
        Reading target = pending.toRight() ? right : left;
        String print = Prints.of(target.value());
        if (!pending.explains(print)) {
            link.forgetPending();
            return;
        }
        CaseEvent event = link.events().copied(new FieldCopy(pending.toRight(), target, target, false), target);
        if (pending.toRight()) {
            link.rest(pending.sent(), print, event);
        } else {
            link.rest(print, pending.sent(), event);
        }
    }

    /** What has to be copied; null when there is nothing to do, or nothing more. */
    private @Nullable FieldCopy copyWanted(Reading left, Reading right) {
        FieldMemory memory = link.memory();
        boolean leftChanged = !Prints.of(left.value()).equals(memory.left());
        boolean rightChanged = !Prints.of(right.value()).equals(memory.right());
        if (!leftChanged && !rightChanged) {
            return null;
        }
        if (isSame(left.value(), right.value())) {
            link.rest(left, right, null);
            return null;
        }
        if (memory.isNew()) {
            return firstCopy(left, right);
        }
        boolean toRight = rule.goesRight(left, right, leftChanged, rightChanged);
        return new FieldCopy(toRight, left, right, toRight ? rightChanged : leftChanged);
    }

    /** At the first meeting nobody has cleared anything: a side that says nothing takes what the other says. */
    private @Nullable FieldCopy firstCopy(Reading left, Reading right) {
        boolean toRight = rule.goesRight(left, right, true, true);
        if (!rule.goesOneWay() && (left.value() == null || right.value() == null)) {
            toRight = right.value() == null;
        }
        FieldCopy copy = new FieldCopy(toRight, left, right, (toRight ? right : left).value() != null);
        if (copy.source().value() == null) {
            link.rest(left, right, null);
            return null;
        }
        return copy;
    }

    /** Whether another look is needed. */
    private boolean write(FieldCopy copy, boolean isLast) {
        FieldPort port = copy.toRight() ? rightPort : leftPort;
        MirrorObject target = copy.toRight() ? run.right() : run.left();
        String value = copy.source().value();
        String stored = value == null ? null : port.storedAs(value);
        link.begin(copy, Prints.of(value), Prints.of(stored));
        Reading now;
        boolean answered;
        try {
            Reading answer = port.write(new FieldWrite(target.ref(), value, copy.target(), link.key(), link.reason()));
            answered = answer != null;
            now = answer != null ? answer : port.read(target.ref());
        } catch (ConnectorException e) {
            return afterFailure(copy, e, isLast);
        }
        boolean kept = Objects.equals(now.value(), value) || Objects.equals(now.value(), stored);
        boolean ignored = !kept
                && Objects.equals(now.value(), copy.target().value())
                && (answered || !now.isLaterThan(copy.target()));
        if (ignored) {
            rest(copy, Prints.of(now.value()), link.events().refused(copy, "the system kept what it had"));
            return false;
        }
        if (kept || answered) {
            rest(copy, Prints.of(now.value()), link.events().copied(copy, now));
            return false;
        }
        // Neither what was written nor what was there before: somebody edited in between. Remembering what was written
        // makes it a change at the next look.
        rest(copy, Prints.of(value), link.events().copied(copy, copy.source()));
        undoing.add(copy, now);
        return true;
    }

    private boolean afterFailure(FieldCopy copy, ConnectorException failure, boolean isLast) {
        if (failure.kind() == ErrorKind.CONFLICT && !isLast) {
            return true;
        }
        if (failure.kind() == ErrorKind.REJECTED) {
            String why = failure.error().trace().message();
            rest(copy, Prints.of(copy.target().value()), link.events().refused(copy, why));
            return false;
        }
        throw failure;
    }

    private void rest(FieldCopy copy, String targetPrint, CaseEvent event) {
        String sourcePrint = Prints.of(copy.source().value());
        link.rest(copy.toRight() ? sourcePrint : targetPrint, copy.toRight() ? targetPrint : sourcePrint, event);
    }

    private boolean isSame(@Nullable String left, @Nullable String right) {
        if (left == null || right == null) {
            return Objects.equals(left, right);
        }
        return left.equals(right)
                || rightPort.storedAs(left).equals(right)
                || leftPort.storedAs(right).equals(left);
    }
}
