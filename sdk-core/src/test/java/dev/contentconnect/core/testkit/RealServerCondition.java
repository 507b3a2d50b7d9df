package dev.contentconnect.core.testkit;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Skips a whole class of tests where a real server is not installed, before anything of the class runs, and fails it instead
 * where a run must not do without the server. A connector's tests jar has an annotation that is extended with a subclass of
 * this one; a class that needs several servers bears several annotations.
 */
public abstract class RealServerCondition implements ExecutionCondition {
    private final boolean installed;
    private final boolean required;
    private final String missing;

    /**
     * Makes the condition; called by the test engine through a subclass without arguments.
     *
     * @param installed whether there is something to start
     * @param required whether a run must not do without it, as continuous integration says
     * @param missing what is not there and where it stands how to get it
     */
    protected RealServerCondition(boolean installed, boolean required, String missing) {
        this.installed = installed;
        this.required = required;
        this.missing = missing;
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (installed) {
            return ConditionEvaluationResult.enabled("the real server is installed");
        }
        if (required) {
            throw new IllegalStateException("this run must not do without it: " + missing);
        }
        return ConditionEvaluationResult.disabled(missing);
    }
}
