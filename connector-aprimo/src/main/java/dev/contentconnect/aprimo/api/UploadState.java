package dev.contentconnect.aprimo.api;

/**
 * Where an upload in segments stands. Plain values, to be kept where a crash does not reach them; the address lets whoever has a
 * token go on with the upload.
 *
 * @param uri the address that the service gave, as it gave it
 * @param fileName the name of the file
 * @param length how many bytes in all
 * @param segmentBytes how many bytes a segment has; the last one has less
 * @param sent how many segments have arrived, counted from the first
 */
public record UploadState(String uri, String fileName, long length, int segmentBytes, int sent) {
    /**
     * Makes a state.
     *
     * @param uri the address that the service gave, as it gave it
     * @param fileName the name of the file
     * @param length how many bytes in all
     * @param segmentBytes how many bytes a segment has; the last one has less
     * @param sent how many segments have arrived, counted from the first
     * @throws IllegalArgumentException when the numbers do not fit each other
     */
    public UploadState {
        long count = segmentBytes < 1 ? 0 : segments(length, segmentBytes);
        if (uri.isBlank() || length < 0 || segmentBytes < 1 || sent < 0 || sent > count || count > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("not the state of an upload");
        }
    }

    private static long segments(long length, int segmentBytes) {
        return Math.max(1, (length + segmentBytes - 1) / segmentBytes);
    }

    /**
     * How many segments there are.
     *
     * @return 1 or more
     */
    public int segments() {
        return (int) segments(length, segmentBytes);
    }

    /**
     * The state after one more segment.
     *
     * @return the state
     */
    public UploadState next() {
        return new UploadState(uri, fileName, length, segmentBytes, sent + 1);
    }

    /**
     * The state from which all segments are sent once more, when the service has lost one and does not say which.
     *
     * @return the state
     */
    public UploadState again() {
        return new UploadState(uri, fileName, length, segmentBytes, 0);
    }
}
