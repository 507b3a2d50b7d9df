/** Calls of Productivity Management, in the vendor's words. */
@NullMarked
package dev.contentconnect.aprimo.pm.api;

import org.jspecify.annotations.NullMarked;
