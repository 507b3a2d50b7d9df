package dev.contentconnect.xecm;

import dev.contentconnect.core.config.Secret;
import dev.contentconnect.xecm.sandbox.XecmSandbox;
import java.util.Map;

/** Configurations for the sandbox. */
final class Server {
    private Server() {}

    /** With address and user only. */
    static XecmConfigBuilder bare(XecmSandbox sandbox) {
        return bare(XecmConfig.builder(), sandbox);
    }

    static XecmConfigBuilder bare(XecmConfigBuilder builder, XecmSandbox sandbox) {
        return builder.endpoint(sandbox.address()).username(XecmSandbox.USER).password(Secret.of(XecmSandbox.PASSWORD));
    }

    /** With all that the sandbox has. */
    static <B extends XecmConfigBuilder> XecmConfigBuilder full(B builder, XecmSandbox sandbox) {
        return builder.endpoint(sandbox.address())
                .username(XecmSandbox.USER)
                .password(Secret.of(XecmSandbox.PASSWORD))
                .assetFolder(XecmSandbox.FOLDER)
                .assetCategory("Asset")
                .rightsCategory("/Media/Media Rights")
                .externalSystem(XecmSandbox.EXTERNAL_SYSTEM)
                .businessObjects(Map.of("campaign", XecmSandbox.CAMPAIGN_OBJECT))
                .workflowMaps(Map.of(
                        "approval", XecmSandbox.APPROVAL_MAP,
                        "review", XecmSandbox.APPROVAL_MAP,
                        "note", XecmSandbox.SEND_ON_MAP,
                        "two", XecmSandbox.TWO_STEP_MAP));
    }
}
