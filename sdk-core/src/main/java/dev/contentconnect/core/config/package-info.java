/**
 * Options: the same names in every connector, checked together before anything is done.
 *
 * @serial exclude
 */
@NullMarked
package dev.contentconnect.core.config;

import org.jspecify.annotations.NullMarked;
