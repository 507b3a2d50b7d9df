/** What Content Server sends, member by member; nothing is left out. */
@NullMarked
package dev.contentconnect.xecm.wire;

import org.jspecify.annotations.NullMarked;
