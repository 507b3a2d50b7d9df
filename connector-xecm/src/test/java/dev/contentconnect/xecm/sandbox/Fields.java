package dev.contentconnect.xecm.sandbox;

import dev.contentconnect.core.testkit.SandboxRequest;
import java.util.LinkedHashSet;
import java.util.Set;

/** Names of what a request sent. */
public final class Fields {
    private Fields() {}

    /**
     * The fields of a form, the file among them; keys of attributes as {@code {attribute}}.
     *
     * @param request the request
     * @return the names
     */
    public static Set<String> names(SandboxRequest request) {
        Form form = Form.of(request);
        Set<String> out = new LinkedHashSet<>();
        form.fields().keySet().forEach(name -> out.add(name.matches("\\d+(_\\d+)+") ? "{attribute}" : name));
        if (form.hasFile()) {
            out.add("file");
        }
        return out;
    }

    /**
     * The members of the field {@code body}.
     *
     * @param request the request
     * @return the names; none without such a field
     */
    public static Set<String> body(SandboxRequest request) {
        return new LinkedHashSet<>(Form.of(request).body().keySet());
    }
}
