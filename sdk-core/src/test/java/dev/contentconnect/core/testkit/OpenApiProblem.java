package dev.contentconnect.core.testkit;

/**
 * Where a request or an answer is not as a document wants it.
 *
 * @param operation method and path as the document writes it
 * @param place for example {@code query page}, {@code body /title} or {@code answer 200 /ids/*}, where a star stands for any item
 *     of a list
 * @param what what is wrong there
 */
public record OpenApiProblem(String operation, String place, String what) {
    /** Without blanks around the place. */
    public OpenApiProblem {
        place = place.strip();
    }

    /** One line. */
    @Override
    public String toString() {
        return operation + " | " + place + " | " + what;
    }
}
