package dev.contentconnect.vip;

import dev.contentconnect.core.auth.AuthStep;
import dev.contentconnect.core.auth.CachedTokenSource;
import dev.contentconnect.core.auth.OAuthLogin;
import dev.contentconnect.core.auth.OAuthTokens;
import dev.contentconnect.core.http.HttpChannel;
import dev.contentconnect.core.http.HttpErrors;
import java.util.List;

/** Login and tokens at VIP's ADFS. */
record VtinfoOAuth(VtinfoRestConfig config, HttpChannel channel, CachedTokenSource source) implements AutoCloseable {

    static VtinfoOAuth of(VtinfoRestConfig config) {
        HttpChannel channel = config.options()
                .channel(VipConnector.SYSTEM, HttpErrors::byStatus, null, null)
                .build();
        return new VtinfoOAuth(
                config,
                channel,
                OAuthTokens.refreshing(
                        config.client(),
                        config.tokens(),
                        channel,
                        config.options().time()));
    }

    /** Tokens go to the address of the interface and nowhere else. */
    AuthStep step() {
        return new AuthStep(source, List.of(config.options().endpoint()));
    }

    OAuthLogin login() {
        return new OAuthLogin(
                config.client(),
                config.authorization(),
                config.tokens(),
                channel,
                config.options().time(),
                source);
    }

    @Override
    public void close() {
        channel.close();
    }
}
