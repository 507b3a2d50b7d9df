/** The doorway to vavr, for flows that want values all the way. */
@NullMarked
package dev.contentconnect.core.fp;

import org.jspecify.annotations.NullMarked;
