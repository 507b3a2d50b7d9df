/**
 * What a host writes beside the flows of AW and XI, because no capability reaches there: briefs in Aprimo, the fields of both media
 * systems, retention, and relations between assets. Knows the connectors.
 */
@NullMarked
package dev.contentconnect.examples.host;

import org.jspecify.annotations.NullMarked;
