package dev.contentconnect.examples.quickstart;

import dev.contentconnect.core.spi.Connector;

/** The two systems of the quick start, started and connected. */
record Systems(Connector workflow, Connector target, Runnable stop) implements AutoCloseable {

    static Systems start(boolean engine) {
        throw new IllegalStateException("engine " + engine);
    }

    @Override
    public void close() {
        workflow.close();
        target.close();
        stop.run();
    }
}
