/**
 * One unchecked exception for everything that fails out there, and the closed set of descriptions it carries.
 *
 * <p>Programming mistakes stay {@code IllegalArgumentException}, {@code NullPointerException} and
 * {@code IllegalStateException}, thrown before any request is made.
 *
 * @serial exclude
 */
@NullMarked
package dev.contentconnect.core.error;

import org.jspecify.annotations.NullMarked;
