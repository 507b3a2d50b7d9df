package dev.contentconnect.core.testkit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks tests that hold what a connector sends, or what its sandbox answers, against documents of the vendor that a machine can
 * read. The documents are not ours to ship: such a test skips itself, or the part that needs them, unless
 * {@code -Dcontentconnect.specs} names their folder. The page of capabilities names what these tests touch.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface AgainstSpecification {
    /**
     * Which documents.
     *
     * @return for example {@code OpenAPI}
     */
    String value();
}
