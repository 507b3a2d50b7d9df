package dev.contentconnect.vip;

import dev.contentconnect.core.error.Trace;
import dev.contentconnect.core.testkit.ErrorDecoderContract;

class VtinfoErrorsTest extends ErrorDecoderContract {
    VtinfoErrorsTest() {
        super(
                new VtinfoErrors(),
                Trace.local("vip", "distributor.info", ""),
                "code",
                "success",
                "errorMessage",
                "data");
    }
}
