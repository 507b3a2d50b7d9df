package dev.contentconnect.vip;

import dev.contentconnect.core.error.Trace;
import dev.contentconnect.core.testkit.ErrorDecoderContract;
import java.net.URI;

class VtinfoRestErrorsTest extends ErrorDecoderContract {
    VtinfoRestErrorsTest() {
        super(
                new VtinfoRestErrors(URI.create("https://login.example/login")),
                Trace.local("vip", "assets.list", ""),
                "error",
                "code",
                "errorCode",
                "error_description",
                "message",
                "errorMessage",
                "detail",
                "title");
    }
}
