/**
 * Connector for Aprimo DAM, REST API version 1.
 *
 * @see <a href="https://developers.aprimo.com">Aprimo: developer documentation</a>
 */
@NullMarked
package dev.contentconnect.aprimo;

import org.jspecify.annotations.NullMarked;
