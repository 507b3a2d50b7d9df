package dev.contentconnect.examples.flows.own;

import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.AssetStatus;
import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.model.CaseEventType;
import dev.contentconnect.core.model.Permission;
import dev.contentconnect.core.model.RightsReason;
import dev.contentconnect.core.model.RightsRecord;
import dev.contentconnect.core.model.RightsStatus;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.model.Verdict;
import dev.contentconnect.core.spi.AssetPublisher;
import dev.contentconnect.core.spi.AssetReader;
import dev.contentconnect.core.spi.Connector;
import dev.contentconnect.core.spi.RightsReader;
import dev.contentconnect.core.spi.RightsWriter;
import dev.contentconnect.core.state.StateLink;
import dev.contentconnect.core.state.StateStore;
import dev.contentconnect.core.time.TimeSource;
import dev.contentconnect.examples.flows.EachInTurn;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * When a master may no longer be used, its copies in other systems are kept back; when it may be used again, their block is
 * lifted, and people publish anew what they want to have out.
 *
 * <ol>
 *   <li>The rights are those of the master, asked for each outlet's own territories and channel: a film may have to go from one
 *       outlet and stay in another.
 *   <li>A copy is the asset whose key is the identity of the master, such as {@code iconik:42}.
 *   <li>First the intent, then the effects, a block and a hold with the reason, then the note and the trail in one transaction.
 *       Both effects may be repeated, so a crash between them needs no more than another call.
 *   <li>A copy that somebody lets out again meanwhile is recalled again, and told as another recall.
 *   <li>Only a block that this flow has set is lifted: where the outlet tells its rights, one that was there before stays. Rights
 *       that do not say whether use is allowed change nothing.
 * </ol>
 *
 * <p>Call {@link #advance} for what a feed tells, and for every master once a day: a licence that runs out makes no event.
 * Safe for several threads with different masters.
 */
public final class Recall {
    /** The name of the flow: the source of its events and the type of its links. */
    public static final String FLOW = "recall";

    private final RightsReader rights;
    private final List<Outlet> outlets;
    private final StateStore state;
    private final TimeSource time;

    /**
     * Makes the flow. Never touches the network.
     *
     * @param master where the masters and their rights are; offers {@code RightsReader}
     * @param outlets where copies are
     * @param state remembers between calls
     * @param time the clock
     * @throws IllegalArgumentException when a connector lacks a capability
     */
    public Recall(Connector master, List<Outlet> outlets, StateStore state, TimeSource time) {
        this.rights = master.require(RightsReader.class);
        this.outlets = List.copyOf(outlets);
        this.state = state;
        this.time = time;
        for (Outlet outlet : outlets) {
            outlet.system().require(AssetReader.class);
            if (outlet.system().find(RightsWriter.class).isEmpty()) {
                outlet.system().require(AssetPublisher.class);
            }
        }
    }

    /**
     * Brings all copies of a master in line with its rights. An outlet that fails does not stop the others.
     *
     * @param master the master
     * @return by system how its copy stands
     * @throws dev.contentconnect.core.error.ConnectorException when a system fails; call again later
     */
    public Map<String, CopyStanding> advance(SourceRef master) {
        RightsRecord record = rights.rights(master);
        Map<String, CopyStanding> out = new LinkedHashMap<>();
        EachInTurn.of(outlets, outlet -> advance(master, record, outlet))
                .forEach((outlet, standing) -> out.put(outlet.system().system(), standing));
        return out;
    }

    private CopyStanding advance(SourceRef master, RightsRecord record, Outlet outlet) {
        Optional<Asset> found = outlet.system().require(AssetReader.class).findByKey(master.toString());
        if (found.isEmpty()) {
            return new CopyStanding.None();
        }
        SourceRef copy = found.get().ref();
        Permission permission = permission(record, outlet);
        List<String> reasons = permission.reasons().stream()
                .map(RightsReason::toString)
                .distinct()
                .toList();
        if (permission.verdict() == Verdict.DENIED) {
            return recall(master, found.get(), outlet, reasons);
        }
        return permission.isAllowed() ? release(master, copy, outlet) : new CopyStanding.Undecided(copy, reasons);
    }

    /** One territory that forbids is enough to forbid; all of them have to allow. */
    private Permission permission(RightsRecord record, Outlet outlet) {
        Permission worst = Permission.ALLOWED;
        for (var use : outlet.uses(time.now())) {
            Permission one = record.permits(use);
            if (one.verdict() == Verdict.DENIED) {
                return one;
            }
            worst = one.isAllowed() ? worst : one;
        }
        return worst;
    }

    private CopyStanding recall(SourceRef master, Asset found, Outlet outlet, List<String> reasons) {
        SourceRef copy = found.ref();
        boolean blocked = isBlocked(copy, outlet);
        CopyMemory memory = memory(master, copy);
        if (memory.stage() == CopyMemory.Stage.RELEASING && !blocked) {
            memory = released(master, copy, memory);
        }
        if (!memory.isSettled() || isOutAgain(found, outlet, blocked)) {
            String why = "recalled, " + master + ": " + String.join("; ", reasons);
            CopyMemory next = memory.recalling();
            boolean foreign = blocked && memory.isForeign();
            if (!foreign) {
                // First, so that after a crash our own block is not taken for that of somebody else.
                remember(master, copy, next, why);
                outlet.system().find(RightsWriter.class).ifPresent(writer -> writer.block(copy, why));
            }
            outlet.system().find(AssetPublisher.class).ifPresent(publisher -> publisher.hold(copy, why));
            // The second is what the governance report lists: use that a rule has stopped.
            CaseEventType[] told = {CaseEventType.ASSET_HELD, CaseEventType.FLOW_REFUSED};
            remember(master, copy, next.at(foreign ? CopyMemory.Stage.FOREIGN : CopyMemory.Stage.HELD), why, told);
        }
        return new CopyStanding.Recalled(copy, reasons);
    }

    private static boolean isBlocked(SourceRef copy, Outlet outlet) {
        return outlet.system()
                .find(RightsReader.class)
                .filter(reader -> reader.rights(copy).status().equals(RightsStatus.BLOCKED))
                .isPresent();
    }

    private static boolean isOutAgain(Asset copy, Outlet outlet, boolean blocked) {
        Connector system = outlet.system();
        boolean unblocked = !blocked
                && system.find(RightsReader.class).isPresent()
                && system.find(RightsWriter.class).isPresent();
        return unblocked
                || (copy.status().equals(AssetStatus.PUBLISHED)
                        && system.find(AssetPublisher.class).isPresent());
    }

    private CopyStanding release(SourceRef master, SourceRef copy, Outlet outlet) {
        CopyMemory memory = memory(master, copy);
        if (memory.stage() == CopyMemory.Stage.FOREIGN) {
            remember(master, copy, memory.at(CopyMemory.Stage.CLEAR), "");
        } else if (memory.stage() != CopyMemory.Stage.CLEAR) {
            remember(master, copy, memory.at(CopyMemory.Stage.RELEASING), "");
            outlet.system().find(RightsWriter.class).ifPresent(writer -> writer.unblock(copy, allowed(master)));
            released(master, copy, memory);
        }
        return new CopyStanding.Clear(copy);
    }

    private CopyMemory released(SourceRef master, SourceRef copy, CopyMemory memory) {
        CopyMemory clear = memory.at(CopyMemory.Stage.CLEAR);
        remember(master, copy, clear, allowed(master), CaseEventType.RIGHTS_UNBLOCKED);
        return clear;
    }

    private static String allowed(SourceRef master) {
        return "the rights of " + master + " allow use again";
    }

    private CopyMemory memory(SourceRef master, SourceRef copy) {
        return state.read(view -> view.link(copy, FLOW, master))
                .map(CopyMemory::of)
                .orElse(CopyMemory.NONE);
    }

    /** In one transaction. The same recall has the same ids however often it is told, and the next one others. */
    private void remember(SourceRef master, SourceRef copy, CopyMemory memory, String why, CaseEventType... types) {
        state.transact(transaction -> {
            for (CaseEventType type : types) {
                transaction.append(CaseEvent.builder(FLOW, type, copy + "/" + type + "/" + memory.round(), time.now())
                        .subject(copy)
                        .related(master)
                        .note(why)
                        .build());
            }
            transaction.putLink(new StateLink(copy, FLOW, master, 1, memory.text(), time.now()));
            return null;
        });
    }
}
