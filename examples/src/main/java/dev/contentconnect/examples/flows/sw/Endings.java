package dev.contentconnect.examples.flows.sw;

import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.examples.flows.FlowTrail;
import dev.contentconnect.examples.flows.Standing;
import dev.contentconnect.examples.flows.VersionCases.Asked;
import java.util.List;
import java.util.Optional;

/** How cases ended, once everybody was told: those are not gone through again, whatever people do with the asset later. */
record Endings(String flow, FlowTrail trail) {
    private static final String ENDED = "ended";

    Standing done(Asked asked) {
        return keep(asked, "");
    }

    Standing refused(Asked asked, List<String> why) {
        return keep(asked, String.join("; ", why));
    }

    private Standing keep(Asked asked, String why) {
        trail.note(asked.subject(), ENDED, SourceRef.of(flow, asked.key()), why);
        return standing(asked, why);
    }

    Optional<Standing> of(Asked asked) {
        return trail.notes(asked.subject(), ENDED).stream()
                .filter(note -> note.to().id().equals(asked.key()))
                .findFirst()
                .map(note -> standing(asked, String.valueOf(note.fingerprint())));
    }

    private static Standing standing(Asked asked, String why) {
        return why.isEmpty()
                ? new Standing.Done(asked.record().ref(), asked.version())
                : new Standing.Refused(List.of(why));
    }
}
