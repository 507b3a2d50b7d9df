package dev.contentconnect.examples.flows.xi;

import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.WorkspaceDesk;
import dev.contentconnect.core.state.StateStore;
import dev.contentconnect.core.testkit.PowerCut;
import dev.contentconnect.xecm.sandbox.XecmSandbox;
import dev.contentconnect.xecm.wire.WireNode;
import java.util.List;

/** The flow of rights on a stage, and the workspaces of assets as their people see and change them. */
record RightsDesk(XiStage stage, RightsMapping mapping) {
    static final int STATUS = 2;
    static final int HOLDER = 3;
    static final int LICENCE = 4;
    static final int FROM = 5;
    static final int UNTIL = 6;
    static final int TERRITORY = 7;
    static final int CHANNEL = 8;
    static final int RESTRICTIONS = 9;

    /** Agreements are assets of the library, too, and have no rights of their own to be kept. */
    private static boolean isFilm(Asset asset) {
        return !String.valueOf(asset.title()).startsWith("Agreement");
    }

    RightsSync flow(PowerCut cut, StateStore state) {
        return RightsSync.open(
                stage.iconik(cut),
                stage.xecm(cut),
                mapping,
                stage.fields(),
                stage::page,
                RightsDesk::isFilm,
                state,
                stage.clock);
    }

    SourceRef workspace(SourceRef film) {
        return stage.archive
                .require(WorkspaceDesk.class)
                .findByKey(RightsSync.WORKSPACE_TYPE, film.id())
                .orElseThrow()
                .ref();
    }

    /** An attribute of rights in the workspace of an asset. */
    Object rights(SourceRef film, int number) {
        return stage.records.value(Cabinet.id(workspace(film)), XecmSandbox.RIGHTS_CATEGORY + "_" + number);
    }

    /** An attribute of the category that tells of the asset itself. */
    Object about(SourceRef film, int number) {
        return stage.records.value(Cabinet.id(workspace(film)), Furniture.MEDIA + "_" + number);
    }

    /** The document that a row of the agreements names. */
    Object agreement(SourceRef film, int row) {
        return stage.records.value(Cabinet.id(workspace(film)), XecmSandbox.RIGHTS_CATEGORY + "_11_" + row + "_12");
    }

    /** Somebody edits the rights in the workspace. */
    void edit(SourceRef film, int number, Object value) {
        stage.records.edit(Cabinet.id(workspace(film)), XecmSandbox.RIGHTS_CATEGORY + "_" + number, value);
    }

    List<WireNode> documents(SourceRef film) {
        return new Cabinet(stage)
                .children(workspace(film)).stream()
                        .filter(one -> one.type() == 144)
                        .toList();
    }
}
