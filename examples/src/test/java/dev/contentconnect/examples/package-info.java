/** What holds for all examples. */
@NullMarked
package dev.contentconnect.examples;

import org.jspecify.annotations.NullMarked;
