/** Changes since a cursor. */
@NullMarked
package dev.contentconnect.core.feed;

import org.jspecify.annotations.NullMarked;
