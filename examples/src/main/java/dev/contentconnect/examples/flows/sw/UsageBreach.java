package dev.contentconnect.examples.flows.sw;

import dev.contentconnect.core.model.SourceRef;

/**
 * A threshold that was passed, or something that looks suspicious.
 *
 * @param subject the asset or licence; the recipient where it is about nobody's asset in particular
 * @param word tells it from other breaches of the subject, and stays the same as long as it is the same breach
 * @param cause in words for people
 * @param severity {@code low}, {@code normal}, {@code high} or {@code critical}
 * @param passes whether it may pass again by itself, as a counter does when its limit is raised
 */
public record UsageBreach(SourceRef subject, String word, String cause, String severity, boolean passes) {}
