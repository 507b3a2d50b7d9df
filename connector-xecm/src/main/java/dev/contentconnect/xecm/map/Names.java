package dev.contentconnect.xecm.map;

import dev.contentconnect.core.model.Checksum;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Names of nodes. A name is unique in its folder, has no colon and at most 248 characters. What was made under a key has a
 * mark of the key in its name, because a name is all that the server stores together with the node and finds again.
 */
public final class Names {
    private static final int MOST = 248;
    private static final int MARK = 16;
    private static final String MARK_BEGINS = "[cc-";
    private static final Pattern CONTROLS = Pattern.compile("\\p{Cntrl}+");
    private static final Pattern MARKED =
            Pattern.compile("^(.*?) ?\\[(cc-[0-9a-f]{" + MARK + "})](\\.[^.\\s]{1,12})?$", Pattern.DOTALL);

    private Names() {}

    /**
     * The mark of a key.
     *
     * @param scope what the key is unique among
     * @param key the key
     * @return letters, digits and one hyphen
     */
    public static String mark(String scope, String key) {
        return "cc-" + digest(scope, key, MARK);
    }

    /**
     * The nickname of a key; nicknames take no hyphen.
     *
     * @param scope what the key is unique among
     * @param key the key
     * @return letters, digits and underscores
     */
    public static String nickname(String scope, String key) {
        return "cc_" + digest(scope, key, 32);
    }

    private static String digest(String scope, String key, int digits) {
        return Checksum.sha256Of(scope + "\n" + key).hex().substring(0, digits);
    }

    /**
     * A name that the server takes.
     *
     * @param wanted what people call it
     * @return without colons, control characters and blanks at its ends; not longer than the server allows
     */
    public static String clean(String wanted) {
        return cut(wanted, MOST);
    }

    private static String cut(String wanted, int most) {
        String plain =
                CONTROLS.matcher(wanted.replace(':', '-')).replaceAll(" ").strip();
        String name = plain.isEmpty() ? "unnamed" : plain;
        if (name.length() <= most) {
            return name;
        }
        // Not in the middle of a character.
        int end = Character.isHighSurrogate(name.charAt(most - 1)) ? most - 1 : most;
        return name.substring(0, end).stripTrailing();
    }

    /**
     * A name with a mark at its end, before the ending of a file name.
     *
     * @param wanted what people call it
     * @param mark the mark
     * @return a name that the server takes
     */
    public static String marked(String wanted, String mark) {
        String tail = " [" + mark + "]";
        int dot = wanted.lastIndexOf('.');
        boolean ending = dot > 0
                && wanted.length() - dot <= 13
                && wanted.substring(dot + 1).matches("[A-Za-z0-9]{1,12}");
        String end = ending ? wanted.substring(dot) : "";
        String start = ending ? wanted.substring(0, dot) : wanted;
        return cut(start, MOST - tail.length() - end.length()) + tail + end;
    }

    /**
     * What people call it.
     *
     * @param name a name with or without a mark
     * @return the name without the mark
     */
    public static String unmarked(String name) {
        if (name.indexOf(MARK_BEGINS) < 0) {
            return name;
        }
        Matcher matcher = MARKED.matcher(name);
        if (!matcher.matches()) {
            return name;
        }
        String ending = matcher.group(3);
        return matcher.group(1) + (ending == null ? "" : ending);
    }

    /**
     * Whether a name is what the server lets us store of a title.
     *
     * @param name a name without a mark
     * @param title the title
     * @return false when somebody called it otherwise
     */
    public static boolean isShortFor(String name, String title) {
        if (name.equals(title)) {
            return true;
        }
        String clean = clean(title);
        return clean.equals(name) || (name.length() > MOST - 40 && clean.startsWith(name.substring(0, MOST - 40)));
    }

    /**
     * Whether a name has a mark.
     *
     * @param name the name
     * @param mark the mark
     * @return true when it has this one
     */
    public static boolean isMarked(@Nullable String name, String mark) {
        if (name == null) {
            return false;
        }
        Matcher matcher = MARKED.matcher(name);
        return matcher.matches() && matcher.group(2).equals(mark);
    }
}
