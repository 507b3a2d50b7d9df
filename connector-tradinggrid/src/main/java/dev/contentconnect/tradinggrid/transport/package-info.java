/** The way of the bytes: no published call takes or gives a document, so files travel through a transport beside the interface. */
@NullMarked
package dev.contentconnect.tradinggrid.transport;

import org.jspecify.annotations.NullMarked;
