package dev.contentconnect.workflow.engine.auth;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.contentconnect.workflow.engine.call.EngineCalls;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.flowable.common.engine.impl.identity.Authentication;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets in callers with a good token, and the application's own calls to the engine's REST interface; nobody else. Tells
 * the engine who is calling, so that starters and comment authors are recorded.
 */
@Component
class Guard extends OncePerRequestFilter {

    private final AccessTokens tokens;
    private final EngineCalls calls;
    private final ObjectMapper mapper;

    Guard(AccessTokens tokens, EngineCalls calls, ObjectMapper mapper) {
        this.tokens = tokens;
        this.calls = calls;
        this.mapper = mapper;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String path = request.getRequestURI();
        if (path.startsWith("/tenants/") || path.equals("/error")) {
            chain.doFilter(request, response);
        } else if (path.startsWith("/workflow/v1/") || path.startsWith("/workflow-history/v1/")) {
            bearer(request, response, chain);
        } else if (calls.isOwn(request)) {
            as(request.getHeader(EngineCalls.USER_HEADER), request, response, chain);
        } else {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private void bearer(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null || !header.regionMatches(true, 0, "Bearer ", 0, 7)) {
            refuse(response, GatewayFault.of("Invalid access token", "oauth.v2.InvalidAccessToken"));
            return;
        }
        AccessTokens.Checked checked = tokens.check(header.substring(7).trim());
        switch (checked.verdict()) {
            case GOOD -> as(checked.user(), request, response, chain);
            case EXPIRED ->
                refuse(response, GatewayFault.of("Access Token expired", "keymanagement.service.access_token_expired"));
            case UNKNOWN ->
                refuse(response, GatewayFault.of("Invalid Access Token", "keymanagement.service.invalid_access_token"));
        }
    }

    private static void as(
            @Nullable String user, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication.setAuthenticatedUserId(user);
        try {
            chain.doFilter(request, response);
        } finally {
            Authentication.setAuthenticatedUserId(null);
        }
    }

    private void refuse(HttpServletResponse response, GatewayFault fault) throws IOException {
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        mapper.writeValue(response.getOutputStream(), fault);
    }
}
