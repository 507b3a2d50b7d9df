/**
 * Connector for OpenText Extended ECM Business Workspaces (Content Server 16.2 and later, Content Management), REST API v1
 * and v2.
 *
 * @see <a href="https://developer.opentext.com/ce/products/extended-ecm">Developer pages of Extended ECM</a>
 */
@NullMarked
package dev.contentconnect.xecm;

import org.jspecify.annotations.NullMarked;
