package dev.contentconnect.xecm;

import static dev.contentconnect.xecm.XecmConnector.REFUSED;

import dev.contentconnect.core.model.Link;
import dev.contentconnect.core.page.Cursor;
import dev.contentconnect.core.page.Page;
import dev.contentconnect.core.page.Paged;
import dev.contentconnect.xecm.api.XecmQuery;
import dev.contentconnect.xecm.map.AssetMapper;
import dev.contentconnect.xecm.map.Names;
import dev.contentconnect.xecm.wire.WireNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The documents of a folder and of the folders below it: a request a page, folder after folder. */
record Filed(Archive archive, String operation, long root) {
    private static final int MOST_FOLDERS = 5_000;

    /** Containers that are something of their own: other workspaces, related ones, virtual folders. */
    private static final Set<Long> NOT_OURS = Set.of(848L, 854L, 899L);

    Paged<Link> list() {
        return Paged.of(XecmConnector.SYSTEM, operation, this::page);
    }

    /** A cursor holds the folders that are left, the present one first, then the place in it. */
    private Page<Link> page(@Nullable Cursor cursor) {
        List<Long> folders = new ArrayList<>();
        Cursor at = null;
        if (cursor == null) {
            folders.add(root);
        } else {
            String[] parts = cursor.value().split("~", 2);
            folders.addAll(ids(parts[0]));
            at = parts.length < 2 || parts[1].isEmpty() ? null : Cursor.of(parts[1]);
        }
        int size = Math.min(archive.config.options().pageSize(), XecmReader.MOST);
        XecmQuery query = XecmQuery.ALL
                .with("sort", "asc_name")
                .with("fields", "properties")
                .pages(size);
        Page<WireNode> page =
                archive.client.nodes().children(folders.get(0), query).page(at);
        List<Link> items = new ArrayList<>();
        for (WireNode node : page.items()) {
            if (node.type() == AssetMapper.DOCUMENT && node.id() > 0) {
                String name = Names.unmarked(Objects.requireNonNullElse(node.name(), "unnamed"));
                items.add(new Link(name, archive.page(node.id()), AssetMapper.ref(node.id())));
            } else if (node.isContainer() && node.id() > 0 && !NOT_OURS.contains(node.type())) {
                folders.add(node.id());
            }
        }
        if (folders.size() > MOST_FOLDERS) {
            throw REFUSED.rejected(operation, "too_many", "more than " + MOST_FOLDERS + " folders wait to be read");
        }
        return new Page<>(items, next(folders, page.next()), null, page.issues());
    }

    private static @Nullable Cursor next(List<Long> folders, @Nullable Cursor within) {
        List<Long> left = within == null ? folders.subList(1, folders.size()) : folders;
        if (left.isEmpty()) {
            return null;
        }
        String ids = left.stream().map(String::valueOf).collect(Collectors.joining(","));
        return Cursor.of(ids + "~" + (within == null ? "" : within.value()));
    }

    private List<Long> ids(String text) {
        try {
            return Arrays.stream(text.split(",", -1)).map(Long::valueOf).toList();
        } catch (NumberFormatException garbage) {
            throw REFUSED.rejected(operation, null, "not a cursor of this list");
        }
    }
}
