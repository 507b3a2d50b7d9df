package dev.contentconnect.core.time;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** A hand-made reader of the common ISO 8601 spellings. Gives up with null rather than guess. */
final class IsoReader {
    private static final int MAX_OFFSET_SECONDS = 18 * 3600;

    private final String text;
    private int at;

    private IsoReader(String text) {
        this.text = text;
    }

    static @Nullable Instant read(String text, ZoneId zone) {
        return new IsoReader(text).read(zone);
    }

    private @Nullable Instant read(ZoneId zone) {
        int year = digits(4);
        boolean dashes = skip('-');
        int month = digits(2);
        dashes &= skip('-');
        int day = digits(2);
        if (!dashes || year < 0 || month < 1 || month > 12 || day < 1 || day > lengthOfMonth(year, month)) {
            return null;
        }
        int secondOfDay = 0;
        int nanos = 0;
        if (at < text.length()) {
            if (!skip('T') && !skip(' ') && !skip('t')) {
                return null;
            }
            int hour = digits(2);
            boolean colon = skip(':');
            int minute = digits(2);
            int second = skip(':') ? digits(2) : 0;
            // 24:00 and leap seconds are left to the library, which refuses or rolls them by its own rules.
            if (!colon || hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59) {
                return null;
            }
            secondOfDay = hour * 3600 + minute * 60 + second;
            if (skip('.') || skip(',')) {
                nanos = fraction();
                if (nanos < 0) {
                    return null;
                }
            }
        }
        long local = epochDay(year, month, day) * 86_400L + secondOfDay;
        if (at == text.length()) {
            return zone.equals(ZoneOffset.UTC) ? Instant.ofEpochSecond(local, nanos) : inZone(local, nanos, zone);
        }
        int offset = offset();
        return offset == Integer.MIN_VALUE || at != text.length() ? null : Instant.ofEpochSecond(local - offset, nanos);
    }

    private static @Nullable Instant inZone(long local, int nanos, ZoneId zone) {
        try {
            return LocalDateTime.ofEpochSecond(local, nanos, ZoneOffset.UTC)
                    .atZone(zone)
                    .toInstant();
        } catch (DateTimeException outOfRange) {
            return null;
        }
    }

    private int offset() {
        if (skip('Z') || skip('z')) {
            return 0;
        }
        int sign = skip('+') ? 1 : skip('-') ? -1 : 0;
        int hours = digits(2);
        int minutes = at < text.length() ? (skip(':') || at < text.length() ? digits(2) : 0) : 0;
        int seconds = hours * 3600 + minutes * 60;
        boolean fine = sign != 0 && hours >= 0 && minutes >= 0 && minutes < 60 && seconds <= MAX_OFFSET_SECONDS;
        return fine ? sign * seconds : Integer.MIN_VALUE;
    }

    private int fraction() {
        int nanos = 0;
        int count = 0;
        while (at < text.length() && isDigit(text.charAt(at))) {
            if (count < 9) {
                nanos = nanos * 10 + text.charAt(at) - '0';
            }
            count++;
            at++;
        }
        for (int i = count; i < 9; i++) {
            nanos *= 10;
        }
        return count == 0 ? -1 : nanos;
    }

    private int digits(int count) {
        if (at + count > text.length()) {
            return -1;
        }
        int value = 0;
        for (int i = 0; i < count; i++) {
            char c = text.charAt(at + i);
            if (!isDigit(c)) {
                return -1;
            }
            value = value * 10 + c - '0';
        }
        at += count;
        return value;
    }

    private boolean skip(char c) {
        if (at < text.length() && text.charAt(at) == c) {
            at++;
            return true;
        }
        return false;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static int lengthOfMonth(int year, int month) {
        return switch (month) {
            case 2 -> (year & 3) == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
            case 4, 6, 9, 11 -> 30;
            default -> 31;
        };
    }

    /** Days since 1970-01-01 in the proleptic Gregorian calendar, counting years from March. */
    private static long epochDay(int year, int month, int day) {
        int y = month <= 2 ? year - 1 : year;
        int era = Math.floorDiv(y, 400);
        int yearOfEra = y - era * 400;
        int dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
        int dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
        return era * 146_097L + dayOfEra - 719_468;
    }
}
