/**
 * What media files say about themselves: title, creator, copyright, usage terms, rights window and releases, read from
 * embedded XMP, IPTC, EXIF and container metadata of JPEG, PNG, MP4 and PDF files.
 *
 * <p>Start at {@link dev.contentconnect.examples.media.EmbeddedMetadataReader}.
 */
@NullMarked
package dev.contentconnect.examples.media;

import org.jspecify.annotations.NullMarked;
