package dev.contentconnect.examples;

import dev.contentconnect.vip.wordpress.OnRealWordpress;
import dev.contentconnect.workflow.engine.OnRealEngine;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks tests on the real workflow engine and the real WordPress; skipped as a whole where one of them is missing. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@OnRealEngine
@OnRealWordpress
public @interface OnRealServers {}
