/** Versions of an asset for markets: what WV4 and AW4 have in common, whatever the library. */
@NullMarked
package dev.contentconnect.examples.flows.localisation;

import org.jspecify.annotations.NullMarked;
