/** Lists that come in pages: lazy, resumable, proof against servers that repeat themselves. */
@NullMarked
package dev.contentconnect.core.page;

import org.jspecify.annotations.NullMarked;
