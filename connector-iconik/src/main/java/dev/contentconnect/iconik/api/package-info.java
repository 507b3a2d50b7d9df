/** iconik in its own words: one interface a group of calls, as the reference groups them. */
@NullMarked
package dev.contentconnect.iconik.api;

import org.jspecify.annotations.NullMarked;
