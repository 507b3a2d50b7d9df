package dev.contentconnect.core.testkit;

/** What a sandbox throws to turn a request down, from wherever it finds out; the vendor's own shapes are subclasses. */
public abstract class SandboxRefusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient SandboxResponse answer;

    /**
     * Makes a refusal.
     *
     * @param answer what the vendor answers
     */
    protected SandboxRefusal(SandboxResponse answer) {
        super(answer.toString(), null, false, false);
        this.answer = answer;
    }

    /**
     * What the vendor answers.
     *
     * @return the answer
     */
    public final SandboxResponse answer() {
        return answer;
    }
}
