/**
 * The canonical vocabulary: {@code Asset}, {@code Approval}, {@code RightsRecord}, {@code CaseEvent} and the small values
 * they are made of.
 *
 * <p>Everything here is an immutable record of JDK types, safe to share between threads, and never touches a network.
 * Words that a vendor may extend are open values, not enums. What a vendor adds beyond this vocabulary rides along in
 * {@link dev.contentconnect.core.model.Extensions}. A component that is not marked {@code @Nullable} is never null: giving
 * null is a {@code NullPointerException} at once.
 */
@NullMarked
package dev.contentconnect.core.model;

import org.jspecify.annotations.NullMarked;
