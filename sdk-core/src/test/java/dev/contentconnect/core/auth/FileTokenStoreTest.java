package dev.contentconnect.core.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.contentconnect.core.config.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class FileTokenStoreTest {
    private static final int ROUNDS = 100;

    @TempDir
    Path folder;

    private Path file() {
        return folder.resolve("refresh-token");
    }

    private TokenStore store() {
        return TokenStore.file(file());
    }

    @Test
    void keepsATokenForTheNextProcess() throws IOException {
        assertThat(store().load()).isEmpty();
        store().save(Secret.of("refresh-1"));
        store().save(Secret.of("refresh-2 é"));
        assertThat(store().load()).contains(Secret.of("refresh-2 é"));
        store().clear(Secret.of("refresh-1"));
        assertThat(store().load()).isPresent();
        store().clear(Secret.of("refresh-2 é"));
        assertThat(store().load()).isEmpty();
        store().clear();
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void isReadByItsOwnerOnly() throws IOException {
        store().save(Secret.of("refresh-1"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
        assertThat(store().toString()).contains("refresh-token").doesNotContain("refresh-1");
    }

    @Test
    void takesAnEmptyFileForNone() throws IOException {
        Files.writeString(file(), " \n");
        assertThat(store().load()).isEmpty();
        Files.writeString(file(), "refresh-1\n");
        assertThat(store().load()).contains(Secret.of("refresh-1"));
    }

    @Test
    void saysWhatIsWrongWithTheFileAndNotWhatIsInIt() throws IOException {
        Files.writeString(file(), "x".repeat(100_000));
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> store().load())
                .withMessageContaining("too large")
                .withMessageNotContaining("xxx");
        Files.writeString(folder.resolve("none"), "a file, no folder");
        TokenStore lost = TokenStore.file(folder.resolve("none/refresh-token"));
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> lost.save(Secret.of("Hidden")))
                .withMessageNotContaining("Hidden");
        assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> lost.exclusively(() -> 1));
    }

    @Test
    void makesItsFolderForItsOwnerOnly() throws Exception {
        Path file = folder.resolve("new/deep/refresh-token");
        assertThat(TokenStore.file(file).exclusively(() -> 1)).isEqualTo(1);
        TokenStore.file(file).save(Secret.of("refresh-1"));
        assertThat(TokenStore.file(file).load()).contains(Secret.of("refresh-1"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("new/deep"))))
                .isEqualTo("rwx------");
    }

    @Test
    void doesNotWaitForEverForWhoHasStoppedInTheMiddle() throws Exception {
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);
        FutureTask<Boolean> holder = new FutureTask<>(() -> store().exclusively(() -> {
            held.countDown();
            try {
                return done.await(30, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }));
        new Thread(holder).start();
        held.await();
        TokenStore hasty = new FileTokenStore(file(), Duration.ofMillis(50));
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> hasty.exclusively(() -> 1))
                .withMessageContaining("for longer than PT0.05S");
        done.countDown();
        assertThat(holder.get()).isTrue();
    }

    @Test
    void doesNotWaitForEverForAnotherProcess() throws Exception {
        Path other = folder.resolve("other-token");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Holding.class.getName(),
                        other.toString())
                .start();
        try {
            assertThat(process.getInputStream().read()).isEqualTo('h');
            TokenStore hasty = new FileTokenStore(other, Duration.ofMillis(50));
            assertThatExceptionOfType(UncheckedIOException.class)
                    .isThrownBy(() -> hasty.exclusively(() -> 1))
                    .withMessageContaining("for longer than PT0.05S");
        } finally {
            process.getOutputStream().close();
            assertThat(process.waitFor()).isZero();
        }
        assertThat(TokenStore.file(other).exclusively(() -> 1)).isEqualTo(1);
    }

    /** As the copy of the SDK in another web application of the same process does. */
    @Test
    void waitsForWhoeverHoldsTheLockInTheSameProcess() throws Exception {
        TokenStore hasty = new FileTokenStore(file(), Duration.ofMillis(50));
        assertThat(hasty.exclusively(() -> 1)).isEqualTo(1);
        Path lock = folder.resolve("refresh-token.lock");
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE);
                FileLock held = channel.lock()) {
            assertThat(held.isValid()).isTrue();
            assertThatExceptionOfType(UncheckedIOException.class)
                    .isThrownBy(() -> hasty.exclusively(() -> 1))
                    .withMessageContaining("for longer than PT0.05S");
        }
        assertThat(hasty.exclusively(() -> 1)).isEqualTo(1);
    }

    /** Holds the lock until its input ends. */
    static final class Holding {
        private Holding() {}

        public static void main(String... arguments) throws InterruptedException {
            int ended = TokenStore.file(Path.of(arguments[0])).exclusively(() -> {
                System.out.write('h');
                System.out.flush();
                try {
                    return System.in.read();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            if (ended >= 0) {
                throw new IllegalStateException("somebody spoke");
            }
        }
    }

    @Test
    void givesUpItsPlaceWhenInterrupted() throws Exception {
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);
        FutureTask<Boolean> holder = new FutureTask<>(() -> store().exclusively(() -> {
            held.countDown();
            try {
                return done.await(30, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }));
        new Thread(holder).start();
        held.await();
        Thread.currentThread().interrupt();
        assertThatExceptionOfType(InterruptedException.class).isThrownBy(() -> store().exclusively(() -> 1));
        done.countDown();
        assertThat(holder.get()).isTrue();
    }

    /** Each process adds one to the number in the file, again and again: an addition that overlapped another is lost. */
    @Test
    void letsProcessesWaitForEachOther() throws Exception {
        store().save(Secret.of("0"));
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command = List.of(
                java,
                "-Xmx64m",
                "-cp",
                System.getProperty("java.class.path"),
                Adding.class.getName(),
                file().toString());
        Process one = new ProcessBuilder(command).inheritIO().start();
        Process other = new ProcessBuilder(command).inheritIO().start();
        Adding.main(file().toString());
        assertThat(one.waitFor()).isZero();
        assertThat(other.waitFor()).isZero();
        assertThat(store().load()).contains(Secret.of(Integer.toString(3 * ROUNDS)));
    }

    /** What each process runs. */
    static final class Adding {
        private Adding() {}

        public static void main(String... arguments) throws InterruptedException {
            TokenStore store = TokenStore.file(Path.of(arguments[0]));
            for (int i = 0; i < ROUNDS; i++) {
                store.exclusively(() -> {
                    int number = Integer.parseInt(store.load().orElseThrow().reveal());
                    store.save(Secret.of(Integer.toString(number + 1)));
                    return number;
                });
            }
        }
    }
}
