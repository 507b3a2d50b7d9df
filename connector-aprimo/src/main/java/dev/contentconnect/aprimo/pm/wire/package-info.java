/** Objects of Productivity Management as the service sends them. */
@NullMarked
package dev.contentconnect.aprimo.pm.wire;

import org.jspecify.annotations.NullMarked;
