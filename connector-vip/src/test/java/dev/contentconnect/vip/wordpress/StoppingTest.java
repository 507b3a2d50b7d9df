package dev.contentconnect.vip.wordpress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the processes end; on shells with a child in a session of its own, as database and web server are. */
class StoppingTest {
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(200);

    @TempDir
    private Path folder;

    private record Pair(Process shell, ProcessHandle child) {}

    /**
     * Starts a shell and its child.
     *
     * @param trap what the shell does at its end, or not
     * @param rest what it does meanwhile
     */
    private Pair start(String trap, String rest) throws IOException {
        String script = "setsid sh -c 'echo $$; exec sleep 600 >/dev/null' </dev/null 2>/dev/null & child=$!\n"
                + "finish() { trap - EXIT INT TERM; kill -TERM \"-$child\"; wait; echo done >'" + folder.resolve("done")
                + "'; exit 0; }\n" + trap + "\n" + rest;
        Process shell = new ProcessBuilder("/bin/sh", "-c", script)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        // It says so when it has its own session: before that there is no group to end.
        BufferedReader lines = shell.inputReader();
        ProcessHandle child = ProcessHandle.of(Long.parseLong(lines.readLine())).orElseThrow();
        assertThat(child.isAlive()).isTrue();
        return new Pair(shell, child);
    }

    private static void areGone(Pair pair) throws Exception {
        pair.child().onExit().get(20, TimeUnit.SECONDS);
        pair.shell().onExit().get(20, TimeUnit.SECONDS);
    }

    @Test
    void endWhenThereIsNothingMoreToRead() throws Exception {
        Pair pair = start("trap finish EXIT INT TERM", "while read -r line; do :; done");
        Stopping.end(pair.shell(), LONG, LONG);
        assertThat(pair.shell().isAlive()).isFalse();
        assertThat(pair.child().isAlive()).isFalse();
        assertThat(folder.resolve("done")).exists();
    }

    @Test
    void endInOrderWhenToldToWhereTheShellReadsNoMore() throws Exception {
        Pair pair = start("trap finish EXIT INT TERM", "while :; do sleep 0.1; done");
        Stopping.end(pair.shell(), SHORT, LONG);
        areGone(pair);
        assertThat(Files.readString(folder.resolve("done"))).isEqualTo("done\n");
    }

    @Test
    void leaveNoChildBehindWhereTheShellEndsByForceOnly() throws Exception {
        Pair pair = start("trap '' TERM", "while :; do sleep 0.1; done");
        Stopping.end(pair.shell(), SHORT, SHORT);
        areGone(pair);
    }

    @Test
    void leaveNoChildBehindWhereTheShellForgetsIt() throws Exception {
        Pair pair = start("", "while read -r line; do :; done");
        Stopping.end(pair.shell(), LONG, LONG);
        areGone(pair);
    }

    @Test
    void endAlsoWhenTheThreadIsInterruptedAndTheInterruptIsKept() throws Exception {
        Pair pair = start("trap finish EXIT INT TERM", "while read -r line; do :; done");
        Thread.currentThread().interrupt();
        Stopping.end(pair.shell(), LONG, LONG);
        assertThat(Thread.interrupted()).isTrue();
        areGone(pair);
    }
}
