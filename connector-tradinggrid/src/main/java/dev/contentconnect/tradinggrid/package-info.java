/**
 * Connector for OpenText Active Community and Trading Grid: Community Management Services {@code v1}, Lens, Cartographer
 * and OpenText Messaging {@code mra/v1}.
 *
 * @see <a
 *     href="https://developer.opentext.com/ce/products/active-community/apis/community-management-services-trading-grid">OpenText:
 *     Community Management Services</a>
 */
@NullMarked
package dev.contentconnect.tradinggrid;

import org.jspecify.annotations.NullMarked;
