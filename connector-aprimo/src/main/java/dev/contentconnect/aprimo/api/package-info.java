/** The calls of Aprimo DAM by group, and what is asked with them. */
@NullMarked
package dev.contentconnect.aprimo.api;

import org.jspecify.annotations.NullMarked;
