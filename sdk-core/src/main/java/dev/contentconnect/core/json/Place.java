package dev.contentconnect.core.json;

/**
 * Where in a document the reader stands.
 *
 * @param path the JSON pointer from the document's root, for messages
 * @param inside the JSON pointer from the nearest object that has extensions of its own
 * @param strays collects what that object must remember
 */
record Place(String path, String inside, Strays strays) {

    static Place root() {
        return new Place("", "", new Strays());
    }

    Place child(Object step) {
        String escaped = "/" + Strays.escape(step.toString());
        return new Place(path + escaped, inside + escaped, strays);
    }

    /** The same place as the start of an object that remembers for itself. */
    Place owner() {
        return new Place(path, "", new Strays());
    }

    JsonException refusal(String why) {
        return new JsonException("at " + (path.isEmpty() ? "the document's root" : path) + ": " + why);
    }
}
