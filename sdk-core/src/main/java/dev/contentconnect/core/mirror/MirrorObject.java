package dev.contentconnect.core.mirror;

import dev.contentconnect.core.model.SourceRef;

/** One object of a pair. */
record MirrorObject(MirrorSide side, SourceRef ref) {

    /** The object as the store knows it: two tenants of one system may use the same ids. */
    SourceRef stored() {
        return stored(ref);
    }

    /** A comment of this object, or the like, as the store knows it. */
    SourceRef stored(SourceRef part) {
        return SourceRef.of(side.name(), part.id());
    }
}
