package dev.contentconnect.examples.flows.aw;

import dev.contentconnect.core.model.SourceRef;

/**
 * Something that stops a campaign: a missing asset, a late approval, a blocker, a change.
 *
 * @param ref its identity
 * @param title what people call it
 * @param text what they said about it; may be empty
 * @param severity {@code low}, {@code normal}, {@code high} or {@code critical}
 * @param isOpen whether it waits for somebody
 */
public record Issue(SourceRef ref, String title, String text, String severity, boolean isOpen) {}
