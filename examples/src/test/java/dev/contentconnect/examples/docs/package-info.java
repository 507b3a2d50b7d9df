/** Keeps the documentation honest. */
@NullMarked
package dev.contentconnect.examples.docs;

import org.jspecify.annotations.NullMarked;
