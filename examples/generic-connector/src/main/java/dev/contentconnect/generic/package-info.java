/**
 * A connector for any content system that speaks JSON over HTTP: paths, fields, paging and credential come from its
 * configuration. An example of what a connector is made of.
 */
@NullMarked
package dev.contentconnect.generic;

import org.jspecify.annotations.NullMarked;
