/** Pushed events: verify the raw bytes, then decode to canonical events. */
@NullMarked
package dev.contentconnect.core.webhook;

import org.jspecify.annotations.NullMarked;
