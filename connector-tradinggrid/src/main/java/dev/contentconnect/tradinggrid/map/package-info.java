/** From the words of the services to the canonical ones. */
@NullMarked
package dev.contentconnect.tradinggrid.map;

import org.jspecify.annotations.NullMarked;
