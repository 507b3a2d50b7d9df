/** The REST API of WordPress in its own words, one interface a group of routes. */
@NullMarked
package dev.contentconnect.vip.api;

import org.jspecify.annotations.NullMarked;
