/**
 * Connector for VIP: content libraries on WordPress 5.6 or later and WordPress VIP, REST API {@code wp/v2}, and product
 * portfolios of Vermont Information Processing, Brand Builder service {@code bbs/v1}.
 *
 * @see <a href="https://developer.wordpress.org/rest-api/reference/">REST API handbook</a>
 */
@NullMarked
package dev.contentconnect.vip;

import org.jspecify.annotations.NullMarked;
