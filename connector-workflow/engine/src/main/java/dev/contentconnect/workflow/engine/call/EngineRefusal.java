package dev.contentconnect.workflow.engine.call;

/** The engine said no. Its status and body go to the caller unchanged. */
@SuppressWarnings("serial") // lives for one request
public final class EngineRefusal extends RuntimeException {

    private final EngineReply reply;

    EngineRefusal(EngineReply reply) {
        super("The engine answered " + reply.status());
        this.reply = reply;
    }

    /** Whether what was asked for is not there. */
    public boolean isNotFound() {
        return reply.status() == 404;
    }

    EngineReply reply() {
        return reply;
    }
}
