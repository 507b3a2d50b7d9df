package dev.contentconnect.core.report;

import dev.contentconnect.core.model.SourceRef;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A flow that ended without its effect.
 *
 * @param at when
 * @param source which flow
 * @param failed true when it could not go on, false when a rule stopped it
 * @param caseKey the key of its case, where known
 * @param title what the opening event says about its case, where it does
 * @param subject what it was about, where known
 * @param note why, at most 200 characters of it
 */
public record FlowStop(
        Instant at,
        String source,
        boolean failed,
        @Nullable String caseKey,
        @Nullable String title,
        @Nullable SourceRef subject,
        @Nullable String note) {}
