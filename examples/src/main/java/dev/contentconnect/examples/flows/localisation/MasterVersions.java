package dev.contentconnect.examples.flows.localisation;

import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.AssetVersion;
import dev.contentconnect.core.model.CaseRecord;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.ApprovalDesk;
import dev.contentconnect.core.spi.CaseDesk;
import dev.contentconnect.core.state.StateLink;
import dev.contentconnect.examples.flows.CaseProgress;
import dev.contentconnect.examples.flows.FlowTrail;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** Which versions of a master were ordered. Which one is newer the library knows, in whatever order they are ordered. */
record MasterVersions(CaseDesk cases, ApprovalDesk approvals, LocalisedLibrary library, FlowTrail trail) {
    private static final String ORDERED = "ordered";
    private static final String BETWEEN = "\n";

    /** Notes a version and ends the open cases of older ones; gives a newer one that was ordered, if there is one. */
    Optional<String> enter(LocalisationOrder order, Asset master) {
        List<StateLink> ordered = trail.notes(order.master(), ORDERED);
        boolean isNew = ordered.stream().noneMatch(link -> version(link).equals(order.version()));
        AssetVersion current = master.currentVersion();
        if (ordered.size() > (isNew ? 0 : 1) || current == null || !current.id().equals(order.version())) {
            List<String> newestFirst = library.versions(order.master());
            int own = newestFirst.indexOf(order.version());
            if (own < 0) {
                throw new IllegalArgumentException(order.master() + " has no version " + order.version());
            }
            Optional<String> newer = ordered.stream()
                    .map(MasterVersions::version)
                    .filter(one -> newestFirst.indexOf(one) < own)
                    .min(Comparator.comparingInt(newestFirst::indexOf));
            if (newer.isPresent()) {
                return newer;
            }
            ordered.stream()
                    .filter(link -> !version(link).equals(order.version()))
                    .forEach(link -> end(link, order));
        }
        if (isNew) {
            note(
                    order,
                    order.version(),
                    order.markets().stream().map(MarketPlan::id).collect(Collectors.joining(BETWEEN)));
        }
        return Optional.empty();
    }

    private void end(StateLink older, LocalisationOrder by) {
        String plans = Objects.requireNonNull(older.fingerprint());
        if (plans.isEmpty()) {
            return;
        }
        for (String plan : plans.split(BETWEEN, -1)) {
            cases.findByKey(by.key(version(older), plan)).ifPresent(one -> {
                // Also what ended by itself, or was cancelled by a call that died before the trail knew.
                CaseRecord ended =
                        one.status().isFinal() ? one : cases.cancel(one.ref(), "superseded by version " + by.version());
                CaseProgress.read(ended, cases, approvals).tell(trail, by.master(), version(older));
            });
        }
        note(by, version(older), "");
    }

    /** Nothing noted for a version: all of it was ended. */
    private void note(LocalisationOrder order, String version, String plans) {
        trail.note(order.master(), ORDERED, SourceRef.of(order.flow(), version), plans);
    }

    private static String version(StateLink link) {
        return link.to().id();
    }
}
