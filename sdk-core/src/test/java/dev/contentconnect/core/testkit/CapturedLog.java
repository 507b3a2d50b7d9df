package dev.contentconnect.core.testkit;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.LoggerFactory;
import org.slf4j.simple.SimpleLogger;
import org.slf4j.simple.SimpleLoggerFactory;

/**
 * Everything that is logged while it is open, at the finest level, instead of on the console. One at a time: it takes
 * {@code System.err}, where slf4j-simple writes.
 */
public final class CapturedLog implements AutoCloseable {
    private static final String LEVEL = "org.slf4j.simpleLogger.log.dev.contentconnect";
    private static final int TRACE = 0;

    private final ByteArrayOutputStream captured = new ByteArrayOutputStream();
    private final PrintStream console = System.err;
    private final Map<SimpleLogger, Integer> levels = new LinkedHashMap<>();

    private CapturedLog() {}

    /**
     * Begins to capture.
     *
     * @return the log so far, open
     * @throws IllegalStateException when slf4j-simple is not what logs, or writes elsewhere
     */
    public static CapturedLog open() {
        CapturedLog log = new CapturedLog();
        log.begin();
        LoggerFactory.getLogger(CapturedLog.class).trace("the log is captured");
        if (!log.text().contains("the log is captured")) {
            log.close();
            throw new IllegalStateException("slf4j-simple does not write to System.err here");
        }
        return log;
    }

    /**
     * What was logged.
     *
     * @return all lines so far
     */
    public String text() {
        return captured.toString(StandardCharsets.UTF_8);
    }

    /** Gives the console back and restores the levels. */
    @Override
    public void close() {
        System.setErr(console);
        System.clearProperty(LEVEL);
        levels.forEach((logger, level) -> set(logger, level));
    }

    private void begin() {
        System.setProperty(LEVEL, "trace");
        System.setErr(new PrintStream(captured, true, StandardCharsets.UTF_8));
        if (LoggerFactory.getILoggerFactory() instanceof SimpleLoggerFactory factory) {
            // Loggers keep the level they were made with, and slf4j-simple has no method to change it.
            for (Object logger : ((Map<?, ?>) get(SimpleLoggerFactory.class, "loggerMap", factory)).values()) {
                levels.put((SimpleLogger) logger, (Integer) get(SimpleLogger.class, "currentLogLevel", logger));
                set((SimpleLogger) logger, TRACE);
            }
        }
    }

    private static Object get(Class<?> type, String name, Object from) {
        try {
            return field(type, name).get(from);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void set(SimpleLogger logger, int level) {
        try {
            field(SimpleLogger.class, "currentLogLevel").setInt(logger, level);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Field field(Class<?> type, String name) {
        try {
            Field field = type.getDeclaredField(name);
            field.setAccessible(true);
            return field;
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException("another slf4j-simple than this was written for", e);
        }
    }
}
