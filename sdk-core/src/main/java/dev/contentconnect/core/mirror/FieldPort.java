package dev.contentconnect.core.mirror;

import dev.contentconnect.core.model.SourceRef;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes one value of the objects of one system. Values of both sides must be in the same words: see
 * {@link FieldPorts#translated}. Used by several threads when the mirror is.
 */
public interface FieldPort {

    /**
     * What stands there now. Must not come from a cache or an index that lags behind.
     *
     * @param object whose field
     * @return the reading
     * @throws dev.contentconnect.core.error.ConnectorException of any kind
     */
    Reading read(SourceRef object);

    /**
     * Writes a value, provided that what stands there is still what was seen. Where the system has no conditional write,
     * the port reads again and compares just before it writes.
     *
     * @param write what and where
     * @return what the system says it stored, if it says so in the answer to this very write; null when it says nothing,
     *     or when somebody else's edit could be in the answer already. With null the mirror reads again, and takes
     *     what is neither the value written nor the one before for somebody else's edit, unless {@link #storedAs} expects
     *     it
     * @throws dev.contentconnect.core.error.ConnectorException Conflict when something else stands there by now, Rejected
     *     when the system does not take the value, or any other kind
     */
    @Nullable Reading write(FieldWrite write);

    /**
     * The form in which this side keeps a value, where it changes what it is given: trimmed, in lower case, cut off.
     *
     * @param value a value to be written
     * @return what a later reading will show
     */
    default String storedAs(String value) {
        return value;
    }
}
