/** Options: the same names in every connector, checked together before anything is done. */
@NullMarked
package dev.contentconnect.core.config;

import org.jspecify.annotations.NullMarked;
