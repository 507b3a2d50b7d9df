package dev.contentconnect.xecm.sandbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A node as the sandbox keeps it. */
final class Node {
    final long id;
    final int type;
    long parent;
    String name;
    String description = "";
    String url;
    long original;
    Instant created;
    Instant modified;
    long modifiedBy;
    boolean hidden;
    boolean readOnly;
    boolean official;
    boolean countsMinorVersions;
    String nickname;
    final List<Version> versions = new ArrayList<>();
    final Set<Integer> majors = new HashSet<>();
    final Map<Long, Map<String, Object>> categories = new LinkedHashMap<>();
    final Map<Long, Integer> tokens = new LinkedHashMap<>();
    final List<Entry> audit = new ArrayList<>();
    final Map<Long, List<String>> permissions = new LinkedHashMap<>();
    final List<Long> holds = new ArrayList<>();
    Workspace workspace;

    Node(long id, int type, long parent, String name, Instant at) {
        this.id = id;
        this.type = type;
        this.parent = parent;
        this.name = name;
        this.created = at;
        this.modified = at;
    }

    boolean isContainer() {
        return type == 0 || type == 848 || type == 141 || type == 132 || type == 133 || type == 154;
    }

    Version current() {
        return versions.isEmpty() ? null : versions.get(versions.size() - 1);
    }

    /** The major and the minor number of a version; the major one is 0 where versions are just counted. */
    int[] place(int number) {
        int major = 0;
        int minor = 0;
        for (int i = 1; i <= number; i++) {
            boolean isMajor = majors.contains(i);
            major = isMajor ? major + 1 : major;
            minor = isMajor ? 0 : minor + 1;
        }
        return new int[] {major, minor};
    }

    /** A version; its bytes are never compared. */
    @SuppressWarnings("ArrayRecordComponent")
    record Version(
            int number, String fileName, String mimeType, byte[] bytes, String description, Instant at, long owner) {
        Version described(String other) {
            return new Version(number, fileName, mimeType, bytes, other, at, owner);
        }
    }

    /** An entry of the audit. */
    record Entry(int type, Instant at, long user) {}

    /** What makes a node a business workspace. */
    static final class Workspace {
        long typeId;
        String typeName;
        String externalSystem;
        String objectType;
        String objectId;
        boolean recent;
        final Map<Long, List<Long>> roles = new LinkedHashMap<>();
        final Map<Long, String> related = new LinkedHashMap<>();
    }
}
