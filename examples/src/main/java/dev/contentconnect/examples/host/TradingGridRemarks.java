package dev.contentconnect.examples.host;

import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.model.CaseEventType;
import dev.contentconnect.core.model.Comment;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.examples.flows.tv.PartnerRemarks;
import dev.contentconnect.tradinggrid.TradingGridConnector;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Remarks on the maps of Trading Grid, the only comments that it publishes. A map belongs to the documents of a partner, not to
 * an asset: a remark is about the asset whose identity, such as {@code vip:42}, stands in it, else about the map.
 */
public final class TradingGridRemarks implements PartnerRemarks {
    private final TradingGridConnector grid;
    private final String solution;
    private final Map<String, String> maps;
    private final Pattern asset;

    /**
     * Makes it. Never touches the network.
     *
     * @param grid the connection; stays open
     * @param solution the id of the solution
     * @param maps the id of each map to the id of the partner whose documents it is for
     * @param library the short name of the system whose assets are named
     */
    public TradingGridRemarks(TradingGridConnector grid, String solution, Map<String, String> maps, String library) {
        this.grid = grid;
        this.solution = solution;
        this.maps = Map.copyOf(maps);
        this.asset = Pattern.compile("\\b" + Pattern.quote(library) + ":([A-Za-z0-9-]+)");
    }

    @Override
    public List<CaseEvent> remarks() {
        List<CaseEvent> out = new ArrayList<>();
        maps.forEach(
                (map, partner) -> grid.comments(solution, map).forEach(comment -> out.add(event(comment, partner))));
        return out;
    }

    private CaseEvent event(Comment comment, String partner) {
        // One that was edited has another time, and is another happening.
        Instant at = comment.at() == null ? Instant.EPOCH : comment.at();
        return CaseEvent.builder(
                        TradingGridConnector.SYSTEM,
                        CaseEventType.COMMENT_ADDED,
                        "remark/" + comment.ref().id(),
                        at)
                .subject(subject(comment))
                .step(partner)
                .actor(comment.author())
                .note(comment.text())
                .related(comment.ref())
                .extensions(comment.extensions())
                .build();
    }

    private @Nullable SourceRef subject(Comment comment) {
        Matcher named = asset.matcher(comment.text());
        return named.find() ? SourceRef.parse(named.group()) : comment.subject();
    }
}
