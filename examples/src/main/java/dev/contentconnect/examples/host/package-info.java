/**
 * What a host writes beside the flows between iconik and Extended ECM, because no capability reaches there: the fields of both
 * systems, retention, and relations between assets. Knows the connectors.
 */
@NullMarked
package dev.contentconnect.examples.host;

import org.jspecify.annotations.NullMarked;
