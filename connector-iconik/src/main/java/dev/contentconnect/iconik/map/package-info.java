/** Canonical forms of what iconik has, and back: pure, total, lossless. */
@NullMarked
package dev.contentconnect.iconik.map;

import org.jspecify.annotations.NullMarked;
