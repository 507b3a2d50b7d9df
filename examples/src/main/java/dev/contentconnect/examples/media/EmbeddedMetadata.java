package dev.contentconnect.examples.media;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one media file says about itself.
 *
 * <p>The rights are all or nothing: if any part of the file that may speak about rights could not be understood, there
 * are no rights here and a problem says why. Half-read rights would permit more than the owner wrote.
 *
 * @param file the file itself
 * @param description title, creators and the like; parts the file is silent about are absent
 * @param rights the terms of use; absent if the file has none or if they could not be read completely
 * @param problems what was wrong but did not hinder reading the rest
 */
public record EmbeddedMetadata(
        MediaFile file, Description description, @Nullable UsageRights rights, List<MediaProblem> problems) {

    /** Copies the list. */
    public EmbeddedMetadata {
        problems = List.copyOf(problems);
    }
}
