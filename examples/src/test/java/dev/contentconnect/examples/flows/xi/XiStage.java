package dev.contentconnect.examples.flows.xi;

import dev.contentconnect.core.config.Secret;
import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.WorkspaceDesk;
import dev.contentconnect.core.spi.WorkspaceRequest;
import dev.contentconnect.core.state.StateStore;
import dev.contentconnect.core.state.TrailQuery;
import dev.contentconnect.core.testkit.FakeClock;
import dev.contentconnect.core.testkit.PowerCut;
import dev.contentconnect.examples.host.IconikFields;
import dev.contentconnect.examples.host.MappedRights;
import dev.contentconnect.examples.host.XecmFields;
import dev.contentconnect.iconik.IconikConfig;
import dev.contentconnect.iconik.IconikConfigBuilder;
import dev.contentconnect.iconik.IconikConnector;
import dev.contentconnect.iconik.sandbox.IconikSandbox;
import dev.contentconnect.xecm.XecmConfig;
import dev.contentconnect.xecm.XecmConfigBuilder;
import dev.contentconnect.xecm.XecmConnector;
import dev.contentconnect.xecm.sandbox.XecmSandbox;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * A media library and a server with business workspaces, inside this process, on a clock that only the test moves. What is
 * there from the beginning is {@link Furniture}.
 *
 * <p>A flow gets connections of its own, {@link #iconik(PowerCut)} and {@link #xecm(PowerCut)}; tests look at the systems
 * through {@link #library} and {@link #archive}, and at what only the servers know through {@link #media} and
 * {@link #records}.
 */
final class XiStage implements AutoCloseable {
    final FakeClock clock = new FakeClock(Instant.parse("2026-11-21T08:00:00Z"));
    final IconikSandbox media = new IconikSandbox(clock);
    final XecmSandbox records = new XecmSandbox(clock);
    final IconikConnector library;
    final XecmConnector archive;
    private final UnaryOperator<IconikConfigBuilder> mediaOptions;
    private final UnaryOperator<XecmConfigBuilder> recordOptions;

    XiStage() {
        this(options -> options, options -> options);
    }

    XiStage(UnaryOperator<IconikConfigBuilder> mediaOptions, UnaryOperator<XecmConfigBuilder> recordOptions) {
        this.mediaOptions = mediaOptions;
        this.recordOptions = recordOptions;
        Furniture.put(media);
        Furniture.put(records);
        this.library = iconik(PowerCut.never());
        this.archive = xecm(PowerCut.never());
    }

    /** A connection to the library that is cut off. */
    IconikConnector iconik(PowerCut cut) {
        IconikConfigBuilder options = IconikConfig.builder()
                .endpoint(media.endpoint())
                .appId(IconikSandbox.APP_ID)
                .authToken(Secret.of(IconikSandbox.TOKEN))
                .assetView(IconikSandbox.ASSET_VIEW)
                .assetFields(Furniture.ASSET_FIELDS)
                .rightsView(IconikSandbox.RIGHTS_VIEW)
                .rightsFields(MappedRights.iconik(RightsMapping.DEFAULT))
                .stepPerAttempt(cut.onRequests())
                .time(clock);
        return IconikConnector.create(mediaOptions.apply(options).build());
    }

    /** A connection to the workspaces that is cut off. */
    XecmConnector xecm(PowerCut cut) {
        XecmConfigBuilder options = XecmConfig.builder()
                .endpoint(records.address())
                .username(XecmSandbox.USER)
                .password(Secret.of(XecmSandbox.PASSWORD))
                .assetFolder(XecmSandbox.FOLDER)
                .assetCategory("Asset")
                .rightsCategory("/Media/Media Rights")
                .rightsFields(MappedRights.xecm(RightsMapping.DEFAULT))
                .externalSystem(XecmSandbox.EXTERNAL_SYSTEM)
                .businessObjects(Furniture.BUSINESS_OBJECTS)
                .workflowMaps(Map.of("approval", XecmSandbox.APPROVAL_MAP, "two", XecmSandbox.TWO_STEP_MAP))
                .stepPerAttempt(cut.onRequests())
                .time(clock);
        return XecmConnector.create(recordOptions.apply(options).build());
    }

    /** The fields of both systems, as they are now. */
    RightsSync.Fields fields() {
        return new RightsSync.Fields(
                IconikFields.of(library, List.of(IconikSandbox.ASSET_VIEW, IconikSandbox.RIGHTS_VIEW)),
                XecmFields.of(archive, RightsSync.WORKSPACE_TYPE));
    }

    /** Where people look at an asset of the library. */
    URI page(SourceRef asset) {
        return URI.create(media.endpoint() + "/asset/" + asset.id());
    }

    /**
     * A workspace that people made.
     *
     * @param type one of {@link Furniture#BUSINESS_OBJECTS}
     * @param key its business key; the same again gives the same workspace
     * @return its identity
     */
    SourceRef workspace(String type, String key) {
        return archive.require(WorkspaceDesk.class)
                .findOrCreate(new WorkspaceRequest(key, type, "Workspace of " + key, Map.of()))
                .ref();
    }

    /** Lets the index of the library catch up. */
    void settle() {
        clock.advance(Duration.ofMinutes(1));
    }

    static List<CaseEvent> trail(StateStore state) {
        List<CaseEvent> events = new ArrayList<>();
        state.read(view -> {
            view.trail(TrailQuery.ALL, entry -> events.add(entry.event()));
            return null;
        });
        return events;
    }

    @Override
    public void close() {
        library.close();
        archive.close();
        media.close();
        records.close();
    }
}
