package dev.contentconnect.examples.flows.xi;

import dev.contentconnect.core.model.SegmentKind;

/**
 * Where both systems keep what {@link ProductionProject} is about, by their own names.
 *
 * @param type the type of the workspaces
 * @param production the kind of segment by which an asset names the key of its production
 * @param stage the field of an asset that says how far it is
 * @param finalCut the word in that field that says it is delivered
 * @param dueField the field of an asset that takes the deadline
 * @param status the attribute of a workspace that takes the state of the production
 * @param deadline the attribute of a workspace that holds the deadline
 * @param cuts the set of a workspace that takes the state of each asset, with {@link Cut}'s columns
 * @param changes the set of a workspace in which people ask for changes: Number, Text, Cut (a title, or blank for all) and
 *     State
 */
public record ProductionFields(
        String type,
        SegmentKind production,
        String stage,
        String finalCut,
        String dueField,
        String status,
        String deadline,
        String cuts,
        String changes) {
    /** The names that we use. */
    public static final ProductionFields DEFAULTS = new ProductionFields(
            "production",
            SegmentKind.of("production"),
            "DeliveryStage",
            "final cut",
            "DeliveryDeadline",
            "Status",
            "Deadline",
            "Cuts",
            "Change Requests");
}
