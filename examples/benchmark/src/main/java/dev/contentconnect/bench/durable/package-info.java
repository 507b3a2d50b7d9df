/** What is kept in a database, beside bare JDBC that does the same writes. */
@NullMarked
package dev.contentconnect.bench.durable;

import org.jspecify.annotations.NullMarked;
