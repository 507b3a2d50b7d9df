package dev.contentconnect.core.json;

/** How one type looks as a plain value, both ways. */
interface Form<T> {
    /** The plain value: a scalar, a list or a map, never null. */
    Object write(T value);

    /** The value behind a plain value; a {@link JsonException} that names {@code at} when it is of another form. */
    T read(Object plain, Place at);
}
