package dev.contentconnect.smintio.sandbox;

/** In what ways this tenant is odd. */
final class Behaviour {
    /** Answers 200 to what it refuses at the token endpoint. */
    boolean failsWith200;

    /** Spends refresh tokens with their use. */
    boolean rotates = true;

    /** Says how long a token lives. */
    boolean namesTokenLife = true;

    /** Answers all with a redirect to a page for people. */
    boolean isInMaintenance;

    /** Answers 403 to tokens that are not the newest. */
    boolean forbidsOldTokens;

    /** The status with which an address that has ended is refused. */
    int endedLink = 403;

    /** Works long on what is not immediate. */
    boolean worksLong = true;

    /** Puts results between quotes. */
    boolean quotesResults;

    /** Lets the next background task fail, with this code. */
    String nextTaskFails = "";

    /** Sends an empty page before each other one of a search. */
    boolean sendsEmptyPages;

    /** Sends the first page of a search for each. */
    boolean searchesInCircles;

    /** Counts pages of collections from 1. */
    boolean countsFromOne;

    /** Says in a search that one of several sources failed. */
    boolean oneSourceFails;

    /** Answers the first page of the stream again and again. */
    boolean streamsInCircles;

    /** What a person must accept before a download. */
    String warning = "";
}
