/** The quick start: the flow WV1 from end to end on systems that run in this process or beside it. */
@NullMarked
package dev.contentconnect.examples.quickstart;

import org.jspecify.annotations.NullMarked;
