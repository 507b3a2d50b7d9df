/** From the vendor's form to the canonical one and back. */
@NullMarked
package dev.contentconnect.xecm.map;

import org.jspecify.annotations.NullMarked;
