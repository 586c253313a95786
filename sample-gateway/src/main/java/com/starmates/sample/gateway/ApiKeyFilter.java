// SPDX-License-Identifier: Apache-2.0

package com.starmates.sample.gateway;

import java.io.IOException;
import java.util.Map;

import com.starmates.telemetry.business.ApiKeyId;
import com.starmates.telemetry.business.UsageMeters;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Recognises clients by the API key they send. Whether a request needs one is not decided
 * here.
 */
class ApiKeyFilter extends OncePerRequestFilter {

	private static final String HEADER = "X-API-Key";

	private final Map<String, String> clientsByKey;

	private final UsageMeters usage;

	ApiKeyFilter(Map<String, String> clientsByKey, UsageMeters usage) {
		this.clientsByKey = clientsByKey;
		this.usage = usage;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		String key = request.getHeader(HEADER);
		String client = (key != null) ? this.clientsByKey.get(key) : null;
		if (client != null) {
			SecurityContextHolder.setContext(new SecurityContextImpl(
					new PreAuthenticatedAuthenticationToken(client, "", AuthorityUtils.NO_AUTHORITIES)));
		}
		try {
			chain.doFilter(request, response);
		}
		finally {
			if (key != null) {
				count(key, client, request);
			}
		}
	}

	private void count(String key, @Nullable String client, HttpServletRequest request) {
		Object route = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
		// anybody may send any number of keys that are none
		ApiKeyId id = (client != null) ? ApiKeyId.ofKey(key) : ApiKeyId.ofAlias("unknown");
		this.usage.apiKeyUsed(id, client, (route != null) ? route.toString() : "unmatched", client != null);
	}

}
