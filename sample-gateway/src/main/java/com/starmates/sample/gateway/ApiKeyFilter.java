// SPDX-License-Identifier: Apache-2.0

package com.starmates.sample.gateway;

import java.io.IOException;
import java.util.Map;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Recognises clients by the API key they send. Whether a request needs one is not decided
 * here.
 */
class ApiKeyFilter extends OncePerRequestFilter {

	private static final String HEADER = "X-API-Key";

	private final Map<String, String> clientsByKey;

	ApiKeyFilter(Map<String, String> clientsByKey) {
		this.clientsByKey = clientsByKey;
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
		chain.doFilter(request, response);
	}

}
