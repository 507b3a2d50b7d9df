package dev.contentconnect.vip.wordpress;

import dev.contentconnect.core.testkit.RealServerCondition;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/** Marks tests on the real WordPress; skipped as a whole where it is not installed, unless the run requires it. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ExtendWith(OnRealWordpress.Condition.class)
public @interface OnRealWordpress {
    /** Looks for the packages. */
    final class Condition extends RealServerCondition {
        Condition() {
            super(
                    RealWordpress.available(),
                    RealWordpress.isRequired(),
                    "wordpress, mariadb-server and php-cli are not installed: see connector-vip/README.md");
        }
    }
}
