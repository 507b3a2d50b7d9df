package dev.contentconnect.examples.media;

import dev.contentconnect.examples.media.MediaProblem.Reason;
import java.util.ArrayList;
import java.util.List;

/** Collects, while one file is read, what is wrong with it and whether its rights can still be trusted. */
final class Findings {
    private static final int DETAIL_LENGTH = 200;

    private final String file;
    private final List<MediaProblem> problems = new ArrayList<>();
    private boolean rightsInDoubt;

    Findings(String file) {
        this.file = file;
    }

    /** Notes a flaw that cannot have hidden a word about rights. */
    void note(Reason reason, String detail) {
        problems.add(new MediaProblem(file, reason, line(detail)));
    }

    /** Notes a flaw that may have hidden a word about rights. */
    void doubt(Reason reason, String detail) {
        rightsInDoubt = true;
        note(reason, detail);
    }

    boolean rightsInDoubt() {
        return rightsInDoubt;
    }

    List<MediaProblem> problems() {
        return problems;
    }

    /** Makes one short line of a text that may quote the file. */
    static String line(String detail) {
        String printable = detail.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]+", " ");
        return printable.length() <= DETAIL_LENGTH ? printable : printable.substring(0, DETAIL_LENGTH) + "…";
    }
}
