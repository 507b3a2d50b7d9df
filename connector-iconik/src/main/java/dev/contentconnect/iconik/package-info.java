/**
 * Connector for iconik, REST API {@code v1}.
 *
 * @see <a href="https://app.iconik.io/docs/reference.html">iconik: API reference</a>
 */
@NullMarked
package dev.contentconnect.iconik;

import org.jspecify.annotations.NullMarked;
