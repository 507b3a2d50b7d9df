package dev.contentconnect.vip;

import dev.contentconnect.core.config.Secret;
import dev.contentconnect.core.time.TimeSource;
import java.net.URI;
import java.util.function.Function;

/**
 * A library to test on: the sandbox or the real one.
 *
 * @param endpoint where it is
 * @param passwords the application password of a user
 * @param time the clock of the library
 */
record Library(URI endpoint, Function<String, String> passwords, TimeSource time) {
    static final String ADMIN = "librarian";

    WordpressConfigBuilder config(String user) {
        return VipConfig.wordpress()
                .endpoint(endpoint)
                .time(time)
                .username(user)
                .applicationPassword(Secret.of(passwords.apply(user)));
    }

    VipConnector connect() {
        return VipConnector.create(config(ADMIN).build());
    }

    VipConnector connect(String user) {
        return VipConnector.create(config(user).build());
    }
}
