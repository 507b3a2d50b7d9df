package dev.contentconnect.vip;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * That an item of a distributor shows a file. As a line of text it sorts by role, then key.
 *
 * @param role image, sellsheet or logo
 * @param key by what the item is found again
 * @param address where the file is
 * @param item VIP's id of the product or brand
 * @param title how that is called; may be empty
 */
record SnapshotRow(String role, String key, String address, String item, String title) {
    private static final int FIELDS = 5;

    String line() {
        StringBuilder out = new StringBuilder(address.length() + 120);
        escape(out, role);
        escape(out.append('\t'), key);
        escape(out.append('\t'), address);
        escape(out.append('\t'), item);
        escape(out.append('\t'), title);
        return out.toString();
    }

    /** How the lines begin of all rows that are about the same file of the same item. */
    String lineOfGroup() {
        StringBuilder out = new StringBuilder(60);
        escape(out, role);
        escape(out.append('\t'), key);
        return out.append('\t').toString();
    }

    boolean isOfGroup(SnapshotRow other) {
        return role.equals(other.role) && key.equals(other.key);
    }

    /**
     * Reads a line.
     *
     * @throws IllegalArgumentException when it is none of ours
     */
    static SnapshotRow of(String line) {
        List<String> fields = new ArrayList<>(FIELDS);
        for (String field : line.split("\t", -1)) {
            fields.add(unescape(field));
        }
        if (fields.size() != FIELDS) {
            throw new IllegalArgumentException("not a row of a snapshot");
        }
        return new SnapshotRow(fields.get(0), fields.get(1), fields.get(2), fields.get(3), fields.get(4));
    }

    /**
     * Tabs part fields and line ends part rows, so neither may stand in one; and half a pair of surrogates, which JSON may
     * hold, cannot be written.
     */
    private static void escape(StringBuilder out, String text) {
        String field = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        for (int i = 0; i < field.length(); i++) {
            char c = field.charAt(i);
            switch (c) {
                case '\\' -> out.append("\\\\");
                case '\t' -> out.append("\\t");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                default -> out.append(c);
            }
        }
    }

    private static String unescape(String field) {
        if (field.indexOf('\\') < 0) {
            return field;
        }
        StringBuilder out = new StringBuilder(field.length());
        for (int i = 0; i < field.length(); i++) {
            char c = field.charAt(i);
            if (c != '\\' || i + 1 == field.length()) {
                out.append(c);
                continue;
            }
            char next = field.charAt(++i);
            out.append(next == 't' ? '\t' : next == 'n' ? '\n' : next == 'r' ? '\r' : next);
        }
        return out.toString();
    }
}
