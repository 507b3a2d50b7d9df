/** Content Server in its own words: one interface for each group of calls. */
@NullMarked
package dev.contentconnect.xecm.api;

import org.jspecify.annotations.NullMarked;
