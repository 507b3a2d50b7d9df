/** A content system of nobody's, of the kind that many houses have written for themselves. */
@NullMarked
package dev.contentconnect.generic.sandbox;

import org.jspecify.annotations.NullMarked;
