package dev.contentconnect.vip;

import dev.contentconnect.core.auth.AuthStep;
import dev.contentconnect.core.auth.OAuthLogin;
import dev.contentconnect.core.auth.OAuthTokens;
import dev.contentconnect.core.http.HttpChannel;
import dev.contentconnect.core.http.HttpErrors;
import java.util.List;

/** Login and tokens at VIP's ADFS. */
record VtinfoOAuth(VtinfoRestConfig config, HttpChannel channel) implements AutoCloseable {

    static VtinfoOAuth of(VtinfoRestConfig config) {
        return new VtinfoOAuth(
                config,
                config.options()
                        .channel(VipConnector.SYSTEM, HttpErrors::byStatus, null, null)
                        .build());
    }

    /** Tokens go to the address of the interface and nowhere else. */
    AuthStep step() {
        return new AuthStep(
                OAuthTokens.refreshing(
                        config.client(),
                        config.tokens(),
                        channel,
                        config.options().time()),
                List.of(config.options().endpoint()));
    }

    OAuthLogin login() {
        return new OAuthLogin(
                config.client(),
                config.authorization(),
                config.tokens(),
                channel,
                config.options().time());
    }

    @Override
    public void close() {
        channel.close();
    }
}
