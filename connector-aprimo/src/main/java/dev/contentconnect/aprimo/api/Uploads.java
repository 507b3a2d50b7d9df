package dev.contentconnect.aprimo.api;

import dev.contentconnect.core.spi.Content;
import java.util.function.Consumer;

/**
 * Brings bytes to the service, which gives a token for them. The token works once, in a {@link RecordChange}, and dies after
 * some days.
 */
public interface Uploads {
    /**
     * Sends content, whole or in segments by its size. What fails half-way is given up at the service. When the service has
     * lost a segment, all of them are sent once more, where the content can be read again.
     *
     * @param content the bytes, of known length
     * @return the token
     * @throws dev.contentconnect.core.error.ConnectorException Rejected with the code {@code segments_missing} when the service
     *     lost a segment, {@code content_too_short}, {@code content_unreadable} or {@code length_unknown}; and what a request
     *     throws
     */
    String send(Content content);

    /**
     * Begins an upload in segments, of which the caller keeps the state. One request.
     *
     * @param fileName the name of the file; what no file system takes is replaced
     * @param length how many bytes
     * @return the state, nothing sent yet
     */
    UploadState begin(String fileName, long length);

    /**
     * Sends the segments that are still missing and finishes the upload. When it throws, the last state that was noted goes on
     * from there, also in another process; what was sent is not sent again.
     *
     * @param state where it stands
     * @param content the same bytes from their beginning
     * @param noted is given the state after each segment, to be kept
     * @return the token
     * @throws dev.contentconnect.core.error.ConnectorException Rejected with the code {@code segments_missing} when the service
     *     lost a segment and does not say which: go on from {@link UploadState#again()}; and what a request throws
     */
    String proceed(UploadState state, Content content, Consumer<UploadState> noted);

    /**
     * Gives an upload up.
     *
     * @param state where it stands
     */
    void cancel(UploadState state);
}
