/** An Aprimo DAM tenant on this machine. */
@NullMarked
package dev.contentconnect.aprimo.sandbox;

import org.jspecify.annotations.NullMarked;
