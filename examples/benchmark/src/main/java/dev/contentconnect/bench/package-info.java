/**
 * The same work through the SDK, through the JDK's client as most people use it, and through Retrofit on OkHttp. A server
 * runs in a process of its own; each contender runs in a fresh process for each round, so that the processor time of the
 * whole process is its own.
 */
@NullMarked
package dev.contentconnect.bench;

import org.jspecify.annotations.NullMarked;
