/** Flows between a partner network and a content library: Trading Grid and VIP, or others with the same capabilities. */
@NullMarked
package dev.contentconnect.examples.flows.tv;

import org.jspecify.annotations.NullMarked;
