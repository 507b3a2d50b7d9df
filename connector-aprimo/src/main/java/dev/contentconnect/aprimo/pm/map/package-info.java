/** Objects of Productivity Management to canonical values and back; pure. */
@NullMarked
package dev.contentconnect.aprimo.pm.map;

import org.jspecify.annotations.NullMarked;
