/** Flows between a media library and business workspaces: iconik and Extended ECM, or others with the same capabilities. */
@NullMarked
package dev.contentconnect.examples.flows.xi;

import org.jspecify.annotations.NullMarked;
