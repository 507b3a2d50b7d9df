/** A WordPress with the server profile, inside the process. */
@NullMarked
package dev.contentconnect.vip.sandbox;

import org.jspecify.annotations.NullMarked;
