package dev.contentconnect.vip;

import dev.contentconnect.core.error.Trace;
import dev.contentconnect.core.testkit.ErrorDecoderContract;

class VtinfoFinderErrorsTest extends ErrorDecoderContract {
    VtinfoFinderErrorsTest() {
        super(new VtinfoFinderErrors(), Trace.local("vip", "outlets.find", ""), "errMsg", "location");
    }
}
