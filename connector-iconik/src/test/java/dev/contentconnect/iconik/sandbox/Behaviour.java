package dev.contentconnect.iconik.sandbox;

import java.util.HashSet;
import java.util.Set;

/** In what ways this tenant is odd. */
final class Behaviour {
    /** Wants the title with every change. */
    boolean insistsOnTitle;

    /** Lets a metadata field rule the block. */
    boolean blockIsRuledByField;

    /** Sends metadata in the older shape. */
    boolean speaksTheOlderShape;

    /** Ignores where a search is to go on. */
    boolean searchesInCircles;

    /** Fails to put parts together, with a 200. */
    boolean failsToComplete;

    /** Members that lists leave out of their envelope. */
    Set<String> leftOut = Set.of();

    /** Says N/A of an approval that nobody asked for, instead of 404. */
    boolean saysNotApplicable;

    /** Assets that are being transcoded. */
    final Set<String> transcoding = new HashSet<>();
}
