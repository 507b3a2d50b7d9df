package dev.contentconnect.xecm;

import static dev.contentconnect.xecm.XecmConnector.REFUSED;

import dev.contentconnect.xecm.wire.WireFields;
import java.util.List;

/** Types of workspaces by name or id, with the template that is configured for them. */
record WorkspaceTypes(Archive archive) {
    /** A type and its template. */
    record Type(long id, String name, long template) {}

    Type find(String operation, String type) {
        for (WireFields one : archive.client.workspaces().types()) {
            Long id = one.number("wksp_type_id");
            String name = one.text("wksp_type_name");
            boolean same = type.equalsIgnoreCase(name) || (id != null && type.equals(id.toString()));
            if (same && id != null) {
                return new Type(id, name == null ? type : name, template(operation, type, one.list("templates")));
            }
        }
        throw REFUSED.rejected(operation, "no_such_type", "there is no type of workspace called " + type);
    }

    private long template(String operation, String type, List<WireFields> templates) {
        String wanted = archive.config.workspaces().templates().get(type);
        return templates.stream()
                .filter(one ->
                        wanted == null || wanted.equals(one.text("id")) || wanted.equalsIgnoreCase(one.text("name")))
                .map(one -> one.number("id", 0))
                .filter(id -> id > 0)
                .findFirst()
                .orElseThrow(() -> REFUSED.rejected(
                        operation,
                        "no_such_template",
                        "the type " + type + " has no template" + (wanted == null ? "" : " called " + wanted)));
    }

    /** The id of a type, as lists filter by it. */
    long id(String operation, String type) {
        if (type.chars().allMatch(Character::isDigit)) {
            return Long.parseLong(type);
        }
        return archive.client.workspaces().types().stream()
                .filter(one -> type.equalsIgnoreCase(one.text("wksp_type_name")))
                .map(one -> one.number("wksp_type_id", 0))
                .filter(id -> id > 0)
                .findFirst()
                .orElseThrow(() ->
                        REFUSED.rejected(operation, "no_such_type", "there is no type of workspace called " + type));
    }
}
