package dev.contentconnect.tradinggrid.sandbox;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads a GraphQL document by the letter of its specification, as far as Lens needs it. Knows nothing of our writer. */
public final class GraphQl {
    /** A word without quotes: an enumeration or a name. */
    public record Word(String text) {}

    /**
     * A field that is asked for.
     *
     * @param name its name
     * @param arguments its arguments
     * @param fields what is asked for within it
     */
    public record Field(String name, Map<String, Object> arguments, List<Field> fields) {}

    /**
     * A document with one operation.
     *
     * @param operation its name
     * @param fields what it asks for
     */
    public record Document(String operation, List<Field> fields) {}

    private final String text;
    private int at;

    private GraphQl(String text) {
        this.text = text;
    }

    /** Reads a document; what is not one is an IllegalArgumentException. */
    public static Document read(String text) {
        GraphQl reader = new GraphQl(text);
        reader.word("query");
        String name = reader.name();
        List<Field> fields = reader.selection();
        reader.blanks();
        if (reader.at != text.length()) {
            throw reader.wrong("something after the end");
        }
        return new Document(name, fields);
    }

    private IllegalArgumentException wrong(String why) {
        return new IllegalArgumentException("Syntax Error: " + why + " at " + at);
    }

    private void blanks() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '#') {
                while (at < text.length() && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
                    at++;
                }
            } else if (c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == ',' || c == '\ufeff') {
                at++;
            } else {
                return;
            }
        }
    }

    private char peek() {
        blanks();
        if (at >= text.length()) {
            throw wrong("unexpected end");
        }
        return text.charAt(at);
    }

    private boolean skip(char c) {
        if (peek() == c) {
            at++;
            return true;
        }
        return false;
    }

    private void expect(char c) {
        if (!skip(c)) {
            throw wrong("expected " + c);
        }
    }

    private void word(String wanted) {
        if (!name().equals(wanted)) {
            throw wrong("expected " + wanted);
        }
    }

    private String name() {
        peek();
        int from = at;
        while (at < text.length() && isName(text.charAt(at), at > from)) {
            at++;
        }
        if (at == from) {
            throw wrong("expected a name");
        }
        return text.substring(from, at);
    }

    private static boolean isName(char c, boolean inside) {
        return c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (inside && c >= '0' && c <= '9');
    }

    private List<Field> selection() {
        expect('{');
        List<Field> out = new ArrayList<>();
        while (!skip('}')) {
            String name = name();
            Map<String, Object> arguments = peek() == '(' ? arguments() : Map.of();
            out.add(new Field(name, arguments, peek() == '{' ? selection() : List.of()));
        }
        return out;
    }

    private Map<String, Object> arguments() {
        expect('(');
        Map<String, Object> out = new LinkedHashMap<>();
        while (!skip(')')) {
            pair(out);
        }
        return out;
    }

    private void pair(Map<String, Object> out) {
        String name = name();
        expect(':');
        if (out.put(name, value()) != null) {
            throw wrong("twice the name " + name);
        }
    }

    private Object value() {
        char c = peek();
        if (c == '"') {
            return string();
        }
        if (c == '{') {
            at++;
            Map<String, Object> out = new LinkedHashMap<>();
            while (!skip('}')) {
                pair(out);
            }
            return out;
        }
        if (c == '[') {
            at++;
            List<Object> out = new ArrayList<>();
            while (!skip(']')) {
                out.add(value());
            }
            return out;
        }
        if (c == '-' || (c >= '0' && c <= '9')) {
            int from = at++;
            while (at < text.length() && Character.isDigit(text.charAt(at))) {
                at++;
            }
            return Long.valueOf(text.substring(from, at));
        }
        String name = name();
        return name.equals("true") || name.equals("false") ? (Object) Boolean.valueOf(name) : new Word(name);
    }

    private String string() {
        if (text.startsWith("\"\"\"", at)) {
            throw wrong("a block string");
        }
        at++;
        StringBuilder out = new StringBuilder();
        while (true) {
            if (at >= text.length()) {
                throw wrong("a string without an end");
            }
            char c = text.charAt(at++);
            if (c == '"') {
                return out.toString();
            }
            if (c < ' ' && c != '\t') {
                throw wrong("a control character in a string");
            }
            out.append(c == '\\' ? escaped() : c);
        }
    }

    private char escaped() {
        if (at >= text.length()) {
            throw wrong("a string without an end");
        }
        char c = text.charAt(at++);
        int known = "\"\\/bfnrt".indexOf(c);
        if (known >= 0) {
            return "\"\\/\b\f\n\r\t".charAt(known);
        }
        if (c != 'u' || at + 4 > text.length()) {
            throw wrong("an unknown escape");
        }
        int code = Integer.parseInt(text.substring(at, at + 4), 16);
        at += 4;
        return (char) code;
    }
}
