package dev.contentconnect.vip;

import dev.contentconnect.core.model.SourceRef;

/** A library, of any kind, and what can happen to it from outside. */
interface Site {
    Library library();

    /** Takes the server profile away, or puts it back; what was stored stays. */
    void profile(boolean installed);

    /** Puts a profile there that has no distributions yet. */
    void olderProfile();

    /** Makes all application passwords worthless, or good again. */
    void passwords(boolean valid);

    /** Deletes a term, as an editor does. */
    void deleteTerm(String base, String name);

    /** Lets every item lose the terms that it is given, without a word, or stops doing so. */
    void dropTerms(boolean on);

    /** Lets packages that are to come out wait for a person instead, or stops doing so. */
    void review(boolean on);

    /** Switches the site's permalinks off, or on again. */
    void permalinks(boolean on);

    /** Takes the file of an attachment from the disk; its item stays. */
    void deleteFile(SourceRef attachment);

    /** Answers everything with a page that asks to come back later, or stops doing so. */
    void maintenance(boolean on);

    /** Takes the database down, or brings it back. */
    void database(boolean up);

    /** Lets one table take no new rows: {@code posts}, {@code postmeta} or {@code comments}; empty for none. */
    void closeTable(String name);

    /** Lets the date of a package pass while nobody runs the site's cron. */
    void missDate(SourceRef item);

    /** Runs the site's cron once: it brings out what has reached its date. */
    void runCron();

    /** Moves the last change of an attachment a minute back. */
    void age(SourceRef attachment);

    /** Takes back whatever of this is still so. */
    void heal();
}
