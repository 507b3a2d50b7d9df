/** Tests of the metadata reader on the shipped media, on crafted files and on damage. */
@NullMarked
package dev.contentconnect.examples.media;

import org.jspecify.annotations.NullMarked;
