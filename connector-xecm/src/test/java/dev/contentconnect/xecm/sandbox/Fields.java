package dev.contentconnect.xecm.sandbox;

import dev.contentconnect.core.testkit.SandboxRequest;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a request sent. */
public final class Fields {
    private static final String FILE = "file";

    private Fields() {}

    /**
     * The fields of a form.
     *
     * @param request the request
     * @return names and values, the file as its bytes in one text; empty for anything but a form
     */
    public static Map<String, List<String>> of(SandboxRequest request) {
        Form form = Form.of(request);
        Map<String, List<String>> out = new LinkedHashMap<>(form.fields());
        if (form.hasFile()) {
            out.put(FILE, List.of("of " + form.file().length + " bytes"));
        }
        return out;
    }

    /**
     * The names of these; keys of attributes as {@code {attribute}}.
     *
     * @param request the request
     * @return the names
     */
    public static Set<String> names(SandboxRequest request) {
        Set<String> out = new LinkedHashSet<>();
        of(request).keySet().forEach(name -> out.add(isAttribute(name) ? "{attribute}" : name));
        return out;
    }

    /**
     * Whether a name is a key of an attribute.
     *
     * @param name such as {@code 7001_5_1_6}
     * @return true or false
     */
    public static boolean isAttribute(String name) {
        return name.matches("\\d+(_\\d+)+");
    }

    /**
     * What came as JSON: the field {@code body}, or the whole where the directory server is asked.
     *
     * @param request the request
     * @return its members; none without such a field
     */
    public static Map<String, Object> body(SandboxRequest request) {
        boolean whole = request.header("Content-Type").orElse("").startsWith("application/json");
        return whole ? request.json() : Form.of(request).body();
    }
}
