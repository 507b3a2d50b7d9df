package dev.contentconnect.core.mirror;

/**
 * A value on its way.
 *
 * @param toRight whether the left side is the source
 * @param left what stands left
 * @param right what stands right
 * @param overwrites whether the target has a value of its own that is lost there
 */
record FieldCopy(boolean toRight, Reading left, Reading right, boolean overwrites) {

    Reading source() {
        return toRight ? left : right;
    }

    Reading target() {
        return toRight ? right : left;
    }
}
