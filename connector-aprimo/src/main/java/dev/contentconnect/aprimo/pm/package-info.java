/**
 * Aprimo Productivity Management (formerly Marketing Operations, with Plan &amp; Spend): its client and the capabilities on it.
 *
 * @see <a href="https://developers.aprimo.com/marketing-operations/rest-api/">Aprimo: Marketing Operations REST API, of 2026-06</a>
 */
@NullMarked
package dev.contentconnect.aprimo.pm;

import org.jspecify.annotations.NullMarked;
