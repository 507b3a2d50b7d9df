/** A Trading Grid of our own. */
@NullMarked
package dev.contentconnect.tradinggrid.sandbox;

import org.jspecify.annotations.NullMarked;
