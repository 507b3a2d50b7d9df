/**
 * Connector for Smint.io: Content Licensing (consumer API, {@code v1}) and Portals (frontend API, {@code v1}).
 *
 * @see <a href="https://github.com/smintio">Smint.io: public clients and documentation, checked 2026-11</a>
 */
@NullMarked
package dev.contentconnect.smintio;

import org.jspecify.annotations.NullMarked;
