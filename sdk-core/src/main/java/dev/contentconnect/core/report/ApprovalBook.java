package dev.contentconnect.core.report;

import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.model.SourceRef;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Who said what about which version, and whether what was published had been approved. */
final class ApprovalBook {
    private static final int MOST_VERSIONS = 50;
    private static final int MOST_NAMES = 200;
    private static final String PUBLISHED = "published";
    /** Reasons that say something is not there. */
    private static final Set<Violation.Reason> MISSING = EnumSet.of(
            Violation.Reason.NO_APPROVAL, Violation.Reason.OTHER_VERSION, Violation.Reason.VERSION_NOT_STATED);

    private final ReportSettings settings;
    private final Forgotten forgotten = new Forgotten();
    private final Recent<SourceRef, Subject> subjects;
    private final Map<Violation.Reason, Long> byReason = new EnumMap<>(Violation.Reason.class);
    private final Deque<Violation> violations = new ArrayDeque<>();
    private long publications;
    private long valid;
    private long notJudged;
    private long violationCount;

    private static final class Subject {
        final SourceRef ref;
        final Map<String, VersionWords> versions = new LinkedHashMap<>();
        final Set<String> answered = new HashSet<>();
        /** Whether something that was said about it was forgotten: what is missing may have been there. */
        boolean gaps;

        Subject(SourceRef ref, boolean gaps) {
            this.ref = ref;
            this.gaps = gaps;
        }

        VersionWords version(@Nullable String version) {
            String name = version == null ? "" : version;
            VersionWords words = versions.computeIfAbsent(name, any -> new VersionWords());
            if (versions.size() > MOST_VERSIONS) {
                Iterator<String> oldest = versions.keySet().iterator();
                oldest.next();
                oldest.remove();
                gaps = true;
            }
            return words;
        }
    }

    ApprovalBook(ReportSettings settings) {
        this.settings = settings;
        this.subjects = new Recent<>(settings.limits().remembered(), gone -> forgotten.add(gone.ref));
    }

    /** Whether the stakeholder has answered about this object before, whatever the version. */
    boolean hasAnswered(WorkItem item) {
        Subject subject = item.subject == null ? null : subjects.get(item.subject);
        return subject != null && subject.answered.contains(stakeholder(item));
    }

    void asked(WorkItem item) {
        if (item.subject != null) {
            words(item.subject, item.version).asked(stakeholder(item), item.key);
        }
    }

    void answered(WorkItem item, String outcome) {
        if (item.subject == null) {
            return;
        }
        VersionWords.Word word = words(item.subject, item.version).of(stakeholder(item));
        word.pending.remove(item.key);
        word.outcome = outcome;
        word.voided = false;
        word.caseId = item.owner == null ? null : item.owner.id;
        if (item.owner != null) {
            item.owner.answeredAbout(item.subject);
        }
        Subject subject = subjects.get(item.subject);
        if (subject != null && subject.answered.size() < MOST_NAMES) {
            subject.answered.add(stakeholder(item));
        }
    }

    void takenBack(WorkItem item) {
        VersionWords.Word word = known(item);
        if (word != null) {
            word.pending.remove(item.key);
        }
    }

    /** Voids one answer; whether there was one that counted. */
    boolean voided(WorkItem item) {
        VersionWords.Word word = known(item);
        if (word == null || word.outcome == null || word.voided) {
            return false;
        }
        word.voided = true;
        return true;
    }

    /** Voids every answer of a case, or of a version where no case is known; gives whose answers stopped counting. */
    List<String> voidedAll(CaseEvent event, @Nullable CaseTrack track) {
        if (track == null) {
            Subject subject = event.subject() == null ? null : subjects.get(event.subject());
            String version = event.subjectVersion() == null ? "" : event.subjectVersion();
            VersionWords words = subject == null ? null : subject.versions.get(version);
            return words == null ? List.of() : words.voidAll(null);
        }
        List<String> names = new ArrayList<>();
        for (SourceRef about : objectsOf(track, event)) {
            Subject subject = subjects.get(about);
            if (subject != null) {
                subject.versions.values().forEach(words -> names.addAll(words.voidAll(track.ids)));
            }
        }
        return names;
    }

    /** A case may be about more than the object with which it began. */
    private static Set<SourceRef> objectsOf(CaseTrack track, CaseEvent event) {
        Set<SourceRef> objects = new LinkedHashSet<>(track.answeredAbout);
        if (track.subject != null) {
            objects.add(track.subject);
        }
        if (event.subject() != null) {
            objects.add(event.subject());
        }
        return objects;
    }

    void published(CaseEvent event, @Nullable CaseTrack track) {
        if (!settings.counts(event.occurredAt()) || (event.outcome() != null && !PUBLISHED.equals(event.outcome()))) {
            return;
        }
        publications++;
        boolean own = event.subject() != null;
        SourceRef about = own ? event.subject() : track == null ? null : track.subject;
        if (about == null) {
            about = event.related();
        }
        String version =
                own || track == null || event.subjectVersion() != null ? event.subjectVersion() : track.version;
        Subject subject = about == null ? null : subjects.get(about);
        if (about == null || (subject == null && forgotten.mayHold(about))) {
            notJudged++;
            return;
        }
        String title = track != null && track.title != null ? track.title : event.note();
        judge(event, about, version, title, subject == null ? new Subject(about, false) : subject);
    }

    private void judge(
            CaseEvent event, SourceRef about, @Nullable String version, @Nullable String title, Subject subject) {
        VersionWords words = subject.versions.get(version == null ? "" : version);
        Violation.Reason reason;
        String detail = "";
        if (words != null) {
            reason = words.refusal();
            detail = reason == null ? "" : join(words.whose(reason));
        } else if (version == null && !subject.versions.isEmpty()) {
            reason = Violation.Reason.VERSION_NOT_STATED;
        } else {
            List<String> others = subject.versions.entrySet().stream()
                    .filter(other -> other.getValue().hasYes())
                    .map(Map.Entry::getKey)
                    .toList();
            reason = others.isEmpty() ? Violation.Reason.NO_APPROVAL : Violation.Reason.OTHER_VERSION;
            detail = join(others);
        }
        if (reason == null) {
            valid++;
            return;
        }
        if (subject.gaps && MISSING.contains(reason)) {
            notJudged++;
            return;
        }
        violationCount++;
        byReason.merge(reason, 1L, Long::sum);
        violations.addFirst(new Violation(
                event.occurredAt(), event.source(), about, version, event.caseKey(), title, reason, detail));
        if (violations.size() > settings.limits().violations()) {
            violations.removeLast();
        }
    }

    private static String join(List<String> names) {
        return names.stream().limit(5).collect(Collectors.joining(", ")) + (names.size() > 5 ? ", …" : "");
    }

    private VersionWords words(SourceRef about, @Nullable String version) {
        Subject subject = subjects.get(about);
        if (subject == null) {
            subject = new Subject(about, forgotten.mayHold(about));
            subjects.put(about, subject);
        }
        return subject.version(version);
    }

    private VersionWords.@Nullable Word known(WorkItem item) {
        Subject subject = item.subject == null ? null : subjects.get(item.subject);
        VersionWords words = subject == null ? null : subject.versions.get(item.version == null ? "" : item.version);
        return words == null ? null : words.known(stakeholder(item));
    }

    /** Approvals without a name count each by itself. */
    private static String stakeholder(WorkItem item) {
        return item.step == null || item.step.isBlank() ? item.key : item.step;
    }

    long dropped() {
        return forgotten.count();
    }

    ComplianceFigures figures() {
        return new ComplianceFigures(publications, valid, notJudged, violationCount, byReason, List.copyOf(violations));
    }
}
