package dev.contentconnect.examples.quickstart;

import java.io.PrintStream;
import java.util.Timer;
import java.util.TimerTask;
import java.util.function.Supplier;

/** Tells on the screen what happens, and that something still happens when it takes long. */
final class Narrator {
    private static final long SECOND = 1_000;

    private final PrintStream out;

    Narrator(PrintStream out) {
        this.out = out;
    }

    void title(String text) {
        out.println();
        out.println(text);
    }

    void say(String text) {
        out.println("  " + text);
    }

    /** Does work here and tells every second that it is still going on. */
    void throughout(String what, Runnable work) {
        during(what, () -> {
            work.run();
            return true;
        });
    }

    /** Does work here and tells every second that it is still going on. */
    <T> T during(String what, Supplier<T> work) {
        Timer timer = new Timer("progress", true);
        timer.schedule(
                new TimerTask() {
                    private int seconds;

                    @Override
                    public void run() {
                        seconds++;
                        say("… " + what + " (" + seconds + " s)");
                    }
                },
                SECOND,
                SECOND);
        try {
            return work.get();
        } finally {
            timer.cancel();
        }
    }
}
