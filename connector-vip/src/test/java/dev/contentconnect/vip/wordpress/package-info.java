/** The real WordPress as a child process. */
@NullMarked
package dev.contentconnect.vip.wordpress;

import org.jspecify.annotations.NullMarked;
