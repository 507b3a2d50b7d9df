package dev.contentconnect.workflow.engine.auth;

import java.util.Map;

/** The body the vendor's gateway sends when a call does not even reach the service. */
record GatewayFault(Map<String, Object> fault) {

    static GatewayFault of(String text, String code) {
        return new GatewayFault(Map.of("faultstring", text, "detail", Map.of("errorcode", code)));
    }
}
