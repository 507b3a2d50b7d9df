package dev.contentconnect.examples.flows;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.mirror.Mirror;
import dev.contentconnect.core.mirror.MirrorSide;
import dev.contentconnect.core.model.Comment;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.Connector;
import dev.contentconnect.core.state.StateStore;
import dev.contentconnect.core.time.TimeSource;

/**
 * What people say about an object and in its case stands on both sides. Comments are mirrored in both directions by the
 * {@link Mirror} of the flow's name, which knows its own copies; what the flow itself reports on the object is signed with a line
 * that names the case, and is left out. An object may have several cases: what is said in one of them stands with the object, and
 * not in the others. Safe for several threads.
 */
public final class CaseTalk {
    private static final String LINE = "case ";

    private final Mirror both;
    private final Mirror back;

    /**
     * Makes it. Nothing is asked yet.
     *
     * @param flow the name of the flow, with which the keys of its cases begin
     * @param there where the objects are; offers {@code CommentThread}
     * @param workflow where the cases are; offers {@code CommentThread}
     * @param state remembers what is a copy
     * @param time the clock
     * @throws IllegalArgumentException when a connector has no comments
     */
    public CaseTalk(String flow, Connector there, Connector workflow, StateStore state, TimeSource time) {
        MirrorSide desk = MirrorSide.of(workflow).build();
        MirrorSide talking = MirrorSide.of(there)
                .showing(comment -> isOfPeople(flow, comment))
                .build();
        MirrorSide silent = MirrorSide.of(there).showing(comment -> false).build();
        this.both = Mirror.builder(flow, state, time)
                .between(talking, desk)
                .comments()
                .build();
        this.back = Mirror.builder(flow, state, time)
                .between(silent, desk)
                .comments()
                .build();
    }

    private static boolean isOfPeople(String flow, Comment comment) {
        return comment.text().lines().noneMatch(line -> line.startsWith(LINE + flow));
    }

    /**
     * A report of the flow, which is no talk of people.
     *
     * @param text what to report
     * @param caseKey the key of the case
     * @return the text with the line that names the case
     */
    public static String signed(String text, String caseKey) {
        return text + "\n" + LINE + caseKey;
    }

    /**
     * Copies what was said since the last time, both ways. What is on its way to a case that ends in the same moment stays where it
     * was said.
     *
     * @param object what people talk about
     * @param caseRef its case, which is open
     * @throws ConnectorException of any kind
     */
    public void sync(SourceRef object, SourceRef caseRef) {
        both.sync(object, caseRef);
    }

    /**
     * Brings back what was said last in a case that has ended, and takes no more comments.
     *
     * @param object what people talk about
     * @param caseRef its case
     * @throws ConnectorException of any kind
     */
    public void bringBack(SourceRef object, SourceRef caseRef) {
        back.sync(object, caseRef);
    }
}
