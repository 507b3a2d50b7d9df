package dev.contentconnect.workflow.engine;

import dev.contentconnect.core.testkit.RealServerCondition;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/** Marks tests on the real workflow engine; skipped as a whole where it was not built, unless the run requires it. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ExtendWith(OnRealEngine.Condition.class)
public @interface OnRealEngine {
    /** Looks for the engine. */
    final class Condition extends RealServerCondition {
        Condition() {
            super(
                    RealEngine.available(),
                    RealEngine.isRequired(),
                    "workflow-engine.jar is not built: see connector-workflow/engine/README.md");
        }
    }
}
