/** Tests of the mappers. */
@NullMarked
package dev.contentconnect.workflow.map;

import org.jspecify.annotations.NullMarked;
