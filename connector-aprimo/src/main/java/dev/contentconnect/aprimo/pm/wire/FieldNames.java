package dev.contentconnect.aprimo.pm.wire;

/**
 * What the members of an attribute in {@code extendedAttributes} are called, which the vendor does not publish.
 *
 * @param id the member with the id of the attribute
 * @param value the member with its value
 */
public record FieldNames(String id, String value) {
    boolean isAbout(PmObject one, long wanted) {
        Long found = one.number(id, "extAttributeId");
        return found != null && found == wanted;
    }
}
