/** The REST API of WordPress in its own words, one interface a group of routes; and what Brand Builder hands out. */
@NullMarked
package dev.contentconnect.vip.api;

import org.jspecify.annotations.NullMarked;
