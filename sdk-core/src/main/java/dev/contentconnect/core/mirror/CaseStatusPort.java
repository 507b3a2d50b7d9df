package dev.contentconnect.core.mirror;

import dev.contentconnect.core.model.CaseRecord;
import dev.contentconnect.core.model.CaseStatus;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.CaseDesk;
import dev.contentconnect.core.spi.Progress;
import dev.contentconnect.core.spi.ProgressDesk;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@link FieldPorts#caseStatus}. */
record CaseStatusPort(CaseDesk cases, ProgressDesk progress) implements FieldPort {
    @Override
    public Reading read(SourceRef object) {
        return reading(cases.get(object));
    }

    @Override
    public @Nullable Reading write(FieldWrite write) {
        SourceRef object = write.object();
        String value = write.value();
        if (value == null) {
            throw Refusals.notWritable(object, "a status cannot be taken away");
        }
        if (!Objects.equals(read(object).value(), write.seen().value())) {
            throw Refusals.changed(object);
        }
        Reading answer = reading(progress.report(object, Progress.status(write.key(), value, write.reason())));
        return value.equals(answer.value()) ? answer : null;
    }

    private static Reading reading(CaseRecord record) {
        boolean silent = record.status().equals(CaseStatus.UNKNOWN);
        return Reading.of(silent ? null : record.status().value(), record.closedAt());
    }
}
