package dev.contentconnect.examples.flows.xi;

import dev.contentconnect.core.model.SegmentKind;

/**
 * Where both systems keep what {@link EventProgramme} is about, by their own names.
 *
 * @param type the type of the workspaces
 * @param event the kind of segment by which an asset names the key of its programme
 * @param cleared the field of an asset, of several values, that takes the programmes it may go out with
 * @param status the attribute of a workspace that takes how far it is
 * @param missing the attribute of a workspace that takes what it lacks
 * @param media the set of a workspace that takes its media: Asset, Title and Version
 * @param papers the set of a workspace that takes its papers: Kind, Title and Document
 * @param schedule the set of a workspace that takes its schedule: Channel and Day
 */
public record ProgrammeFields(
        String type,
        SegmentKind event,
        String cleared,
        String status,
        String missing,
        String media,
        String papers,
        String schedule) {
    /** The names that we use. */
    public static final ProgrammeFields DEFAULTS = new ProgrammeFields(
            "event", SegmentKind.of("event"), "ClearedFor", "Status", "Missing", "Media", "Papers", "Schedule");
}
