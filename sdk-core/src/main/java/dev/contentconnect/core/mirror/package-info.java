/**
 * Keeps comments, status, rights and other values of two systems the same, in both directions.
 *
 * <p>Start with {@link dev.contentconnect.core.mirror.Mirror}. What each side has is a
 * {@link dev.contentconnect.core.mirror.MirrorSide}; which side counts when both changed is a
 * {@link dev.contentconnect.core.mirror.FieldRule}.
 */
@NullMarked
package dev.contentconnect.core.mirror;

import org.jspecify.annotations.NullMarked;
