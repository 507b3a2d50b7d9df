/** An iconik tenant, inside the process. */
@NullMarked
package dev.contentconnect.iconik.sandbox;

import org.jspecify.annotations.NullMarked;
